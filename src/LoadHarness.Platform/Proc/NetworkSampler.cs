using System.Globalization;

namespace LoadHarness.Platform.Proc;

/// <summary>Samples what TCP counts in the network namespace of a process, through /proc; unknown elsewhere.</summary>
public sealed class NetworkSampler
{
    private const string Extended = "TcpExt";
    private readonly string _folder;

    /// <summary>Makes a sampler.</summary>
    /// <param name="processId">A process in the namespace.</param>
    public NetworkSampler(int processId) =>
        _folder = string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/net");

    /// <summary>TCP sockets that are closed and still held, see <see cref="SocketStatText.Closed"/>; −1 when unknown.
    /// </summary>
    public int ClosedSockets() => OperatingSystem.IsLinux()
        ? SocketStatText.TryParse(ProcText.Read(Path.Combine(_folder, "sockstat")))?.Closed ?? -1
        : -1;

    /// <summary>Samples now.</summary>
    public NetworkSample Sample()
    {
        if (!OperatingSystem.IsLinux()) return NetworkSample.Unknown;
        var more = ProcText.Read(Path.Combine(_folder, "netstat"));
        return new NetworkSample
        {
            Retransmits =
                NetworkStatText.Find(ProcText.Read(Path.Combine(_folder, "snmp")), "Tcp", "RetransSegs") ?? -1,
            ListenOverflows = NetworkStatText.Find(more, Extended, "ListenOverflows") ?? -1,
            ListenDrops = NetworkStatText.Find(more, Extended, "ListenDrops") ?? -1,
            Timeouts = NetworkStatText.Find(more, Extended, "TCPTimeouts") ?? -1,
        };
    }
}
