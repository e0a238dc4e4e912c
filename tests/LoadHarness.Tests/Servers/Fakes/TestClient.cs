using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LoadHarness.Torture.Attacks.Victims;

namespace LoadHarness.Tests.Servers.Fakes;

/// <summary>A plain blocking client that asks in lines, and may also behave badly.</summary>
internal sealed class TestClient(IPEndPoint server, int receiveBuffer_bytes = 0)
    : InnocentSocket(server, receiveBuffer_bytes)
{
    public IPEndPoint Local => (IPEndPoint)Socket.LocalEndPoint!;

    public void FinishSending() => Socket.Shutdown(SocketShutdown.Send);

    public string Ask(string line)
    {
        Send(line + "\n");
        return ReadLine();
    }

    /// <summary>One request after the other, each answered before the next.</summary>
    public void AskMany(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var line = i.ToString(CultureInfo.InvariantCulture);
            Ask(line).ShouldBe(line);
        }
    }

    /// <summary>True when the server has ended the connection, in whatever way.</summary>
    public bool IsEnded()
    {
        try
        {
            Span<byte> next = stackalloc byte[1];
            return Socket.Poll(0, SelectMode.SelectRead) && Socket.Receive(next, SocketFlags.Peek) == 0;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    public void Reset()
    {
        Socket.LingerState = new LingerOption(true, 0);
        Socket.Dispose();
    }
}
