using System.Net;
using System.Net.Sockets;
using LoadHarness.Contracts.Serving;
using LoadHarness.Servers.Prefork;

namespace LoadHarness.Cli.Serving;

/// <summary>Words what can keep a server from starting or make it stop.</summary>
internal static class ServeFailures
{
    /// <summary>The server could not be bound.</summary>
    public static CommandFailure OfListening(IPEndPoint endpoint, SocketException cause) => cause.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => new CommandFailure(
            ExitCode.PortInUse,
            $"cannot listen on {endpoint}: the port is in use; stop its owner or choose another --port (0 takes any "
                + $"free one)"),
        SocketError.AccessDenied => new CommandFailure(
            ExitCode.NoPermission,
            $"cannot listen on {endpoint}: no permission; ports below 1024 are for the administrator, choose another "
                + $"--port"),
        SocketError.AddressNotAvailable => new CommandFailure(
            ExitCode.UsageError,
            $"cannot listen on {endpoint}: this machine has no such address; --host takes one of its own, e.g. "
                + $"127.0.0.1 or 0.0.0.0"),
        _ => new CommandFailure(ExitCode.SutFailed, $"cannot listen on {endpoint}: {cause.Message}"),
    };

    /// <summary>The server has failed, or its state on disk could not be opened.</summary>
    public static CommandFailure OfServing(Exception cause) => cause switch
    {
        DurabilityException => new CommandFailure(StorageExit.CodeOf(cause), cause.Message),
        WorkerEndedException => new CommandFailure(ExitCode.SutFailed, cause.Message),
        _ => new CommandFailure(ExitCode.Defect, cause.ToString()),
    };
}
