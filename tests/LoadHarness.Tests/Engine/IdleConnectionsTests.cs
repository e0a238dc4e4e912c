using System.Net;
using System.Net.Sockets;
using LoadHarness.Engine;

namespace LoadHarness.Tests.Engine;

public sealed class IdleConnectionsTests : IDisposable
{
    private const int MostWait_us = 30_000_000;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public IdleConnectionsTests() => _listener.Start(100);

    public void Dispose() => _listener.Dispose();

    [Fact]
    public void As_many_as_wanted_are_open_until_the_end()
    {
        var idle = new IdleConnections((IPEndPoint)_listener.LocalEndpoint, 20, []);
        idle.Fill(CancellationToken.None);
        using var first = _listener.AcceptSocket();

        idle.CountOpen().ShouldBe(20);
        idle.Dispose();

        first.Poll(MostWait_us, SelectMode.SelectRead).ShouldBeTrue();
        Should.Throw<SocketException>(() => first.Receive(new byte[1]))
            .SocketErrorCode.ShouldBe(SocketError.ConnectionReset);
    }

    [Fact]
    public void What_the_server_has_closed_is_not_counted_and_made_anew()
    {
        using var idle = new IdleConnections((IPEndPoint)_listener.LocalEndpoint, 3, []);
        idle.Fill(CancellationToken.None);
        _listener.AcceptSocket().Dispose();

        Eventually.Is(idle.CountOpen, 2, "the end of the first is seen");
        idle.Fill(CancellationToken.None);

        idle.CountOpen().ShouldBe(3);
    }

    [Fact]
    public void They_come_from_the_addresses_given_in_turn()
    {
        // The whole of 127.0.0.0/8 is this machine on Linux alone.
        if (!OperatingSystem.IsLinux()) return;
        IPAddress[] sources = [IPAddress.Parse("127.0.0.2"), IPAddress.Parse("127.0.0.3")];
        using var idle = new IdleConnections((IPEndPoint)_listener.LocalEndpoint, 5, sources);
        idle.Fill(CancellationToken.None);

        idle.CountOpen().ShouldBe(5);
        Enumerable.Range(0, 5).Select(_ => Source()).ShouldBe(
            ["127.0.0.2", "127.0.0.3", "127.0.0.2", "127.0.0.3", "127.0.0.2"]);
    }

    private string Source()
    {
        using var accepted = _listener.AcceptSocket();
        return ((IPEndPoint)accepted.RemoteEndPoint!).Address.ToString();
    }

    [Fact]
    public void Where_nobody_listens_there_is_none()
    {
        var target = (IPEndPoint)_listener.LocalEndpoint;
        _listener.Stop();
        using var idle = new IdleConnections(target, 3, []);

        idle.Fill(CancellationToken.None);

        idle.CountOpen().ShouldBe(0);
    }
}
