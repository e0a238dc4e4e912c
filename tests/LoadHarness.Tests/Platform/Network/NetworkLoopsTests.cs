using System.Net.Sockets;
using LoadHarness.Platform.Network;
using LoadHarness.Platform.Network.Linux;

namespace LoadHarness.Tests.Platform.Network;

public sealed class NetworkLoopsTests
{
    [Fact]
    public void Auto_is_epoll_on_Linux_and_portable_elsewhere()
    {
        using var loop = NetworkLoops.Create("auto");
        loop.Name.ShouldBe(OperatingSystem.IsLinux() ? "epoll" : "portable");
    }

    [Fact]
    public void An_unknown_name_is_refused_with_the_known_ones() =>
        Should.Throw<ArgumentException>(() => NetworkLoops.Create("kqueue")).Message
            .ShouldContain("auto, epoll, io_uring, portable");

    [Theory]
    [InlineData(1, "not permitted")]
    [InlineData(38, "does not have it")]
    [InlineData(22, "older than Linux 6.1")]
    [InlineData(12, "error 12")]
    public void Without_io_uring_there_is_epoll_and_a_note_why(int errorNumber, string reason)
    {
        if (!OperatingSystem.IsLinux()) return;
        using var loop = NetworkLoops.InsteadOfIoUring(errorNumber);
        loop.Name.ShouldBe("epoll");
        loop.Note.ShouldNotBeNull().ShouldContain(reason);
    }

    [Theory]
    [InlineData(0, SocketError.Success)]
    [InlineData(11, SocketError.WouldBlock)]
    [InlineData(24, SocketError.TooManyOpenSockets)]
    [InlineData(32, SocketError.Shutdown)]
    [InlineData(98, SocketError.AddressAlreadyInUse)]
    [InlineData(104, SocketError.ConnectionReset)]
    [InlineData(110, SocketError.TimedOut)]
    [InlineData(111, SocketError.ConnectionRefused)]
    [InlineData(4095, SocketError.Fault)]
    public void Linux_error_numbers_have_the_names_of_the_runtime(int number, SocketError name) =>
        LinuxErrors.Named(number).ShouldBe(name);
}
