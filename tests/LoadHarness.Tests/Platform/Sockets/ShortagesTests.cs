using System.Net.Sockets;
using LoadHarness.Platform.Processes;
using LoadHarness.Platform.Sockets;

namespace LoadHarness.Tests.Platform.Sockets;

public sealed class ShortagesTests
{
    [Fact]
    public void Out_of_ports_names_the_range_how_many_it_gives_and_two_ways_out()
    {
        var words = Shortages.OfPorts("32768\t60999\n");
        words.ShouldContain("net.ipv4.ip_local_port_range 32768 to 60999 gives 28232 of them");
        words.ShouldContain("sysctl -w");
        words.ShouldContain("generator.source_addresses");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("all of them")]
    public void Out_of_ports_on_a_system_that_tells_no_range_is_still_told(string? range) =>
        Shortages.OfPorts(range).ShouldContain("the system's range of such ports is used up");

    [Fact]
    public void Out_of_descriptors_names_the_limit_and_how_to_raise_it()
    {
        var words = Shortages.OfDescriptors(new DescriptorLimit(1024, 4096));
        words.ShouldContain("this process may open 1024 (RLIMIT_NOFILE");
        words.ShouldContain("ulimit -Hn N");
    }

    [Theory]
    [InlineData(SocketError.TooManyOpenSockets, true)]
    [InlineData(SocketError.AddressNotAvailable, true)]
    [InlineData(SocketError.AddressAlreadyInUse, true)]
    [InlineData(SocketError.NoBufferSpaceAvailable, true)]
    [InlineData(SocketError.ConnectionRefused, false)]
    [InlineData(SocketError.ConnectionReset, false)]
    [InlineData(SocketError.TimedOut, false)]
    public void A_failure_of_the_other_end_is_no_shortage_here(SocketError failure, bool isShortage) =>
        (Shortages.Of(failure) is not null).ShouldBe(isShortage);
}
