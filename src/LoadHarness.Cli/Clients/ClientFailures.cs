using System.Net.Sockets;
using LoadHarness.Clients;
using LoadHarness.Clients.Work;
using LoadHarness.Discovery;

namespace LoadHarness.Cli.Clients;

/// <summary>Words what can keep a client program from its end.</summary>
internal static class ClientFailures
{
    /// <summary>Runs a client program; a failure that can be expected becomes one line and an exit code.</summary>
    /// <param name="error">Where the line goes.</param>
    /// <param name="program">The program.</param>
    internal static int Guard(TextWriter error, Action program)
    {
        try
        {
            program();
            return (int)ExitCode.Success;
        }
        catch (Exception e) when (CodeOf(e) is { } code)
        {
            error.WriteLine(e.Message);
            return (int)code;
        }
    }

    private static ExitCode? CodeOf(Exception cause) => cause switch
    {
        WorkException => ExitCode.WorkFailed,
        ServerException or SocketException or DiscoveryException => ExitCode.ServerFailed,
        FormatException => ExitCode.UsageError,
        UnauthorizedAccessException => ExitCode.NoPermission,
        IOException { InnerException: SocketException } => ExitCode.ServerFailed,
        IOException => ExitCode.StorageUnusable,
        _ => null,
    };
}
