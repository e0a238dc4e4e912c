using System.Net;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Servers;

/// <summary>Starts more processes that serve the same service, for models that need several.</summary>
public interface IWorkerStarter
{
    /// <summary>Starts one, with a control channel.</summary>
    /// <param name="model">Name of the model it serves with.</param>
    /// <param name="endpoint">Where it listens, together with others.</param>
    /// <param name="printed">Receives the lines it prints.</param>
    /// <exception cref="InvalidOperationException">It cannot be started; the message says why.</exception>
    ChildProcess Start(string model, IPEndPoint endpoint, Action<string> printed);
}
