namespace LoadHarness.Engine.Threads;

/// <summary>By which the generator threads reach the controlling thread, once a window.</summary>
internal sealed class Mailbox
{
    private readonly object _gate = new();
    private readonly Queue<News> _news = new(1024);

    /// <summary>Leaves a message. Allocates nothing while the reader keeps up.</summary>
    public void Post(News news)
    {
        lock (_gate)
        {
            _news.Enqueue(news);
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Waits for the next message.</summary>
    public News Take()
    {
        lock (_gate)
        {
            while (_news.Count == 0) Monitor.Wait(_gate);
            return _news.Dequeue();
        }
    }
}
