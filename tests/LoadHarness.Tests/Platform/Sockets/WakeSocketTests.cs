using System.Net.Sockets;
using LoadHarness.Platform.Sockets;

namespace LoadHarness.Tests.Platform.Sockets;

public sealed class WakeSocketTests
{
    private const int Bound_us = 30_000_000;

    [Fact]
    public void A_wake_ends_a_wait_until_it_is_cleared()
    {
        using var wake = new WakeSocket();
        wake.Socket.Poll(0, SelectMode.SelectRead).ShouldBeFalse();
        wake.Wake();
        wake.Wake();
        wake.Socket.Poll(Bound_us, SelectMode.SelectRead).ShouldBeTrue();
        wake.Clear();
        wake.Socket.Poll(0, SelectMode.SelectRead).ShouldBeFalse();
    }

    [Fact]
    public void Waking_when_nobody_waits_any_more_is_harmless()
    {
        var wake = new WakeSocket();
        wake.Dispose();
        Should.NotThrow(wake.Wake);
    }

    [Fact]
    public void Any_number_of_wakes_is_harmless()
    {
        using var wake = new WakeSocket();
        for (var i = 0; i < 10_000; i++) wake.Wake();
        wake.Clear();
        wake.Socket.Poll(0, SelectMode.SelectRead).ShouldBeFalse();
    }
}
