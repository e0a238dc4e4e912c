using LoadHarness.Platform.Proc;

namespace LoadHarness.Tests.Platform.Proc;

/// <summary>The parsers, on texts recorded from a Linux 6.18 machine (names changed where they matter).</summary>
public sealed class ProcTextTests
{
    private const string Stat =
        "8241 (a) (b c) R 8188 8188 3235 0 -1 4194304 99 0 7 0 1234 567 0 0 20 0 9 0 142021 3133440 382 "
            + "18446744073709551615 1 1 0\n";

    private const string Status =
        "Name:\tdotnet\nThreads:\t9\nvoluntary_ctxt_switches:\t153\nnonvoluntary_ctxt_switches:\t26\n";

    private const string Machine =
        "cpu  12764 1 3420 266538 631 4 30 20 0 0\ncpu0 5749 0 1626 134216 59 0 6 9 0 0\n"
        + "cpu1 7015 0 1793 132322 572 0 24 11 0 0\nintr 1 2\nctxt 77\n";

    private const string Storage =
        "rchar: 6976\nwchar: 17\nsyscr: 10\nsyscw: 1\nread_bytes: 4096\nwrite_bytes: 8192\n"
        + "cancelled_write_bytes: 512\n";

    private const string Network =
        "Tcp: RtoAlgorithm RtoMin MaxConn OutSegs RetransSegs InErrs\nTcp: 1 200 -1 989796428 545675 0\n"
        + "TcpExt: SyncookiesSent ListenOverflows ListenDrops\nTcpExt: 0 12 13\n";

    [Fact]
    public void Storage_is_what_was_not_in_a_cache() =>
        ProcessIoText.TryParse(Storage).ShouldBe(new ProcessIoText(4096, 8192));

    [Fact]
    public void A_counter_of_the_network_is_found_by_protocol_and_name()
    {
        NetworkStatText.Find(Network, "Tcp", "RetransSegs").ShouldBe(545_675);
        NetworkStatText.Find(Network, "TcpExt", "ListenDrops").ShouldBe(13);
        NetworkStatText.Find(Network, "Tcp", "ListenDrops").ShouldBeNull();
        NetworkStatText.Find(Network, "Udp", "OutSegs").ShouldBeNull();
        // Negative is what the kernel writes where there is no limit.
        NetworkStatText.Find(Network, "Tcp", "MaxConn").ShouldBeNull();
    }

    [Theory]
    [InlineData("sockets: used 12\nTCP: inuse 2 orphan 0 tw 128 alloc 5 mem 0\nUDP: inuse 0 mem 83\n", 3)]
    [InlineData("TCP: inuse 2 orphan 0 tw 128 alloc 1 mem 0\n", 0)]
    [InlineData("sockets: used 12\nUDP: inuse 0 alloc 83\n", null)]
    [InlineData("TCP: inuse 1 alloc", null)]
    public void Closed_sockets_are_those_of_tcp_that_have_memory_and_no_use(string text, int? expected) =>
        (SocketStatText.TryParse(text)?.Closed).ShouldBe(expected);

    [Fact]
    public void A_process_name_with_brackets_and_spaces_does_not_shift_the_fields() =>
        ProcessStatText.TryParse(Stat).ShouldBe(new ProcessStatText(8188, 99, 7, 1234, 567, 9, 382));

    [Fact]
    public void Context_switches_are_told_apart() =>
        ContextSwitchText.TryParse(Status).ShouldBe(new ContextSwitchText(153, 26));

    [Fact]
    public void Scheduler_times_are_nanoseconds() =>
        SchedStatText.TryParse("643776 130013 3\n").ShouldBe(new SchedStatText(643_776, 130_013));

    [Fact]
    public void Machine_times_are_summed_by_meaning_and_cpus_counted() =>
        MachineStatText.TryParse(Machine).ShouldBe(new MachineStatText(12_764 + 1 + 3_420, 266_538 + 631, 34, 20, 2));

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("1 (x) R 1 2 3")]
    [InlineData("cpu  1 2 3")]
    [InlineData("cpu  a b c d e f g h i j")]
    [InlineData("12")]
    public void Other_texts_are_unknown(string text)
    {
        ProcessStatText.TryParse(text).ShouldBeNull();
        ContextSwitchText.TryParse(text).ShouldBeNull();
        SchedStatText.TryParse(text).ShouldBeNull();
        MachineStatText.TryParse(text).ShouldBeNull();
        ProcessIoText.TryParse(text).ShouldBeNull();
        NetworkStatText.Find(text, "cpu", "a").ShouldBeNull();
    }
}
