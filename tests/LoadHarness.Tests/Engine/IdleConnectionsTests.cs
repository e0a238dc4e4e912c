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
        var idle = new IdleConnections((IPEndPoint)_listener.LocalEndpoint, 20);
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
        using var idle = new IdleConnections((IPEndPoint)_listener.LocalEndpoint, 3);
        idle.Fill(CancellationToken.None);
        _listener.AcceptSocket().Dispose();

        SpinWait.SpinUntil(() => idle.CountOpen() == 2, MostWait_us / 1000).ShouldBeTrue();
        idle.Fill(CancellationToken.None);

        idle.CountOpen().ShouldBe(3);
    }

    [Fact]
    public void Where_nobody_listens_there_is_none()
    {
        var target = (IPEndPoint)_listener.LocalEndpoint;
        _listener.Stop();
        using var idle = new IdleConnections(target, 3);

        idle.Fill(CancellationToken.None);

        idle.CountOpen().ShouldBe(0);
    }
}
