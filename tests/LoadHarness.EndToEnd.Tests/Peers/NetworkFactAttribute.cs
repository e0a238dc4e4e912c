using System.ComponentModel;
using System.Diagnostics;

namespace LoadHarness.EndToEnd.Tests.Peers;

/// <summary>
/// A test that needs a network of its own, with settings of its own. Where the system gives none it is skipped.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NetworkFactAttribute : FactAttribute
{
    private const string Begin = "ip link set lo up";

    private static readonly Lazy<bool> _isGiven = new(IsGiven);

    public NetworkFactAttribute()
    {
        if (!_isGiven.Value) Skip = "the system gives no network of its own: unshare, ip and sysctl, and permission";
    }

    /// <summary>What puts a command into a network of its own with this machine's loopback address in it.</summary>
    /// <param name="script">What its shell does before; the command is <c>"$@"</c>.</param>
    public static IReadOnlyList<string> Own(string script) =>
        ["unshare", "-rn", "sh", "-c", $"{Begin} && {script} && exec \"$@\"", "sh"];

    private static bool IsGiven()
    {
        try
        {
            var command = Own("sysctl -wq net.ipv4.ip_local_port_range='40000 40049'");
            using var process = Process.Start(new ProcessStartInfo(command[0], [.. command.Skip(1), "true"])
            {
                UseShellExecute = false,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
