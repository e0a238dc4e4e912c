namespace LoadHarness.Tests.Platform.Network;

/// <summary>A peer's blocking work on a thread of its own, while the test drives the loop.</summary>
internal sealed class Background<T>
{
    private readonly Thread _thread;
    private T? _result;
    private Exception? _fault;

    public Background(Func<T> work)
    {
        _thread = new Thread(() =>
        {
            try
            {
                _result = work();
            }
            catch (Exception fault)
            {
                _fault = fault;
            }
        })
        { IsBackground = true };
        _thread.Start();
    }

    public bool IsDone => !_thread.IsAlive;

    public T Value
    {
        get
        {
            _thread.Join(TimeSpan.FromSeconds(30)).ShouldBeTrue();
            _fault.ShouldBeNull();
            return _result!;
        }
    }
}
