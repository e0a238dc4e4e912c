using System.Globalization;
using System.Net;
using System.Numerics;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Workloads.Mean;

/// <summary>The server's lines about one client, in the words of the course.</summary>
/// <param name="sink">Where they go.</param>
/// <param name="peer">The client.</param>
internal sealed class MeanConsole(IEventSink sink, IPEndPoint peer)
{
    /// <summary>The connection is up.</summary>
    public void Connected()
    {
        if (sink.ShowsMessages) sink.Message($"Server: got connection from client {PeerText.Of(peer)}");
    }

    /// <summary>Digits have arrived; the first time it also says what is waited for.</summary>
    public void Received(BigInteger number, RunningMean mean, bool isFirst)
    {
        if (!sink.ShowsMessages) return;
        var digits = number.ToString(CultureInfo.InvariantCulture);
        var peerText = PeerText.Of(peer);
        sink.Message($"Server: received {digits} from {peerText}, new mean_data {PythonFloat.Repr(mean.Value)}");
        if (isFirst) sink.Message($"Server: waiting for ready message from {peerText}");
    }

    /// <summary>The client is ready and gets its answer.</summary>
    public void Answering(string mean)
    {
        if (sink.ShowsMessages)
            sink.Message($"Server: got ready message from {PeerText.Of(peer)}, sending {mean}");
    }

    /// <summary>The client sent something else.</summary>
    public void GaveUp(string what)
    {
        if (sink.ShowsMessages) sink.Message($"Server: closing connection from {PeerText.Of(peer)}: it sent {what}");
    }
}
