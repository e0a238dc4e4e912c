namespace LoadHarness.Clients.Work;

/// <summary>
/// Work that can be cut into independent tasks and done in worker processes. To add one: implement this, add one line
/// to the job registry of the command line, and hand the tasks to <see cref="WorkRunner"/>. Tasks and results are
/// bytes; what they mean is the job's own business. Large inputs and outputs belong into files named by the task.
/// </summary>
public interface IJob
{
    /// <summary>Its name in the registry and on a worker's command line.</summary>
    string Name { get; }

    /// <summary>
    /// Does one task. Called by several threads at once, in this process or in a worker; the result may depend on the
    /// task alone, so that it is the same wherever the task is done.
    /// </summary>
    /// <param name="task">What to do.</param>
    /// <returns>The result, possibly empty.</returns>
    /// <exception cref="Exception">The task cannot be done; the message is shown to the user.</exception>
    byte[] Do(byte[] task);
}
