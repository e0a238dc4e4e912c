using System.Net;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Experiments.Suts;

/// <summary>A system under test that runs. Disposing stops it, whatever it does.</summary>
public interface ISut : IDisposable
{
    /// <summary>Where it listens.</summary>
    IPEndPoint Endpoint { get; }

    /// <summary>How it was started, for the manifest.</summary>
    string CommandLine { get; }

    /// <summary>True when it has ended by itself.</summary>
    bool HasExited { get; }

    /// <summary>False for a server of which nothing but its answers is known.</summary>
    bool IsSampled => true;

    /// <summary>The last lines it wrote to its error output; empty when there are none.</summary>
    string ErrorTail { get; }

    /// <summary>CPU time used so far, user and system, ns; −1 when unknown. Cheap: read at every window.</summary>
    long ReadCpu_ns();

    /// <summary>Everything known about what it has used so far.</summary>
    UsageSample Read();

    /// <summary>
    /// What it holds now, as far as the system knows: memory, descriptors, threads, sockets. Asks it nothing.
    /// </summary>
    UsageSample ReadHeld() => Read();

    /// <summary>Events it told since the last call.</summary>
    IReadOnlyList<ServiceEvent> TakeEvents();
}
