using System.Text;

namespace LoadHarness.Clients.Work;

/// <summary>The worker's side: does the tasks that come through a pipe until it closes.</summary>
public static class WorkerLoop
{
    /// <summary>Says that it is ready, then answers each task by its result or by why it failed.</summary>
    /// <param name="job">What the tasks belong to.</param>
    /// <param name="input">Where tasks come from.</param>
    /// <param name="output">Where results go.</param>
    public static void Run(IJob job, Stream input, Stream output)
    {
        try
        {
            new Frame(FrameKind.Ready, []).WriteTo(output);
            while (Frame.ReadFrom(input) is { Kind: FrameKind.Task } task) Answer(job, task.Content).WriteTo(output);
        }
        catch (IOException)
        {
            // The program that wanted the results is gone.
        }
    }

    private static Frame Answer(IJob job, byte[] task)
    {
        try
        {
            return new Frame(FrameKind.Result, job.Do(task));
        }
        catch (Exception e)
        {
            return new Frame(FrameKind.Failure, Encoding.UTF8.GetBytes(e.Message));
        }
    }
}
