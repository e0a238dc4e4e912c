using System.Text;

namespace LoadHarness.Clients.Work;

/// <summary>One worker as its program sees it: the two pipes, and how to tell why it has ended.</summary>
/// <param name="toWorker">Where tasks go.</param>
/// <param name="fromWorker">Where results come from.</param>
/// <param name="howItEnded">Called when the worker is gone; one line.</param>
internal sealed class Worker(Stream toWorker, Stream fromWorker, Func<string> howItEnded)
{
    /// <summary>Waits until it takes tasks.</summary>
    /// <exception cref="WorkException">It has ended.</exception>
    public void AwaitReady()
    {
        if (Frame.ReadFrom(fromWorker) is not { Kind: FrameKind.Ready }) throw Gone(null);
    }

    /// <summary>Has a task done.</summary>
    /// <exception cref="WorkException">The task failed, or the worker has ended.</exception>
    public byte[] Do(byte[] task)
    {
        try
        {
            new Frame(FrameKind.Task, task).WriteTo(toWorker);
        }
        catch (IOException e)
        {
            throw Gone(e);
        }

        return Frame.ReadFrom(fromWorker) switch
        {
            { Kind: FrameKind.Result } result => result.Content,
            { Kind: FrameKind.Failure } failure => throw new WorkException(Encoding.UTF8.GetString(failure.Content)),
            _ => throw Gone(null),
        };
    }

    private WorkException Gone(IOException? cause) => new(howItEnded(), cause);
}
