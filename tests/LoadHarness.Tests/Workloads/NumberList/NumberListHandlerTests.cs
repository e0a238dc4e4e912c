using System.Buffers;
using System.Globalization;
using System.Text;
using LoadHarness.Contracts.Serving;
using LoadHarness.Workloads.NumberList;
using NSubstitute;
using static LoadHarness.Tests.Workloads.NumberList.NumberLists;

namespace LoadHarness.Tests.Workloads.NumberList;

public sealed class NumberListHandlerTests
{
    [Fact]
    public void A_bare_connect_is_answered_with_250000_numbers_of_at_most_9_digits()
    {
        using var service = Service();
        var list = DownloadWhole(service);
        var checker = new NumberListChecker();
        checker.Add(list);
        checker.IsList.ShouldBeTrue();
        var numbers = NumbersOf(list);
        numbers.Length.ShouldBe(250_000);
        numbers.ShouldContain(number => number > 990_000_000);
        numbers.ShouldContain(number => number < -990_000_000);
        BytesOf(numbers).ShouldBe(list);
    }

    [Theory]
    [InlineData(1, -999_999_999, 999_999_999)]
    [InlineData(1, 0, 0)]
    [InlineData(2, -1, 1)]
    [InlineData(511, 7, 7)]
    [InlineData(512, -5, 999)]
    [InlineData(513, -999_999_999, -999_999_999)]
    [InlineData(70_000, 0, 9)]
    public void Count_and_range_are_as_asked(int count, int minimum, int maximum)
    {
        using var service = Service(("count", count), ("minimum", minimum), ("maximum", maximum));
        var list = DownloadWhole(service);
        var numbers = NumbersOf(list);
        numbers.Length.ShouldBe(count);
        numbers.ShouldAllBe(number => number >= minimum && number <= maximum);
        BytesOf(numbers).ShouldBe(list);
    }

    [Fact]
    public void Every_piece_but_the_last_has_at_least_64_KiB_and_none_much_more()
    {
        using var service = Service();
        var lengths = Download(service).Where(piece => piece.Length > 0).Select(piece => piece.Length).ToArray();
        lengths.Length.ShouldBeGreaterThan(30);
        lengths.SkipLast(1).ShouldAllBe(length => length >= 64 * 1024 && length < 80 * 1024);
    }

    [Fact]
    public void Lists_of_two_connections_share_no_block_of_32_bytes()
    {
        using var service = Service(("count", "100000"));
        AssertNothingShared(DownloadWhole(service), DownloadWhole(service));
    }

    [Fact]
    public void Lists_of_two_seeded_connections_share_no_block_of_32_bytes_and_repeat_with_the_server()
    {
        using var service = Service(("count", "100000"), ("seed", "5"));
        var (first, second) = (DownloadWhole(service), DownloadWhole(service));
        AssertNothingShared(first, second);
        using var again = Service(("count", "100000"), ("seed", "5"));
        DownloadWhole(again).ShouldBe(first);
        DownloadWhole(again).ShouldBe(second);
    }

    [Fact]
    public void The_list_is_announced_and_counted_once_all_of_it_has_left()
    {
        var sink = Substitute.For<IEventSink>();
        sink.ShowsMessages.Returns(true);
        using var service = new NumberListWorkload().CreateService(Settings(("count", "3")), sink);
        var handler = service.Connect(Peer);
        var output = new ArrayBufferWriter<byte>();
        handler.Start(output).Next.ShouldBe(Next.Drain);
        output.WrittenCount.ShouldBeGreaterThan(0);
        sink.DidNotReceive().Message(Arg.Any<string>());
        service.OperationCount.ShouldBe(0);
        handler.Drained(output).Next.ShouldBe(Next.Close);
        sink.Received(1).Message("Sent a file to ('127.0.0.1', 48168)");
        service.OperationCount.ShouldBe(1);
    }

    [Fact]
    public void The_list_is_the_same_in_a_culture_with_other_commas_and_minuses()
    {
        var usual = CultureInfo.CurrentCulture;
        var strange = (CultureInfo)CultureInfo.GetCultureInfo("de-DE").Clone();
        strange.NumberFormat.NegativeSign = "~";
        using var service = Service(("count", 1000), ("seed", 3));
        using var sameService = Service(("count", 1000), ("seed", 3));
        var expected = DownloadWhole(service);
        try
        {
            CultureInfo.CurrentCulture = strange;
            DownloadWhole(sameService).ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = usual;
        }

        NumbersOf(expected).ShouldContain(number => number < 0);
    }

    [Fact]
    public void A_connection_that_breaks_before_the_end_is_not_counted()
    {
        using var service = Service();
        var handler = service.Connect(Peer);
        handler.Start(new ArrayBufferWriter<byte>());
        handler.Closed();
        service.OperationCount.ShouldBe(0);
    }

    [Fact]
    public void What_the_client_says_is_taken_and_ignored()
    {
        using var service = Service(("count", "3"));
        var handler = service.Connect(Peer);
        var output = new ArrayBufferWriter<byte>();
        handler.Start(output);
        output.ResetWrittenCount();
        handler.Receive("GET / HTTP/1.1\r\n"u8, end: true, output).Consumed.ShouldBe(16);
        output.WrittenCount.ShouldBe(0);
        handler.Drained(output).Next.ShouldBe(Next.Close);
    }

    [Fact]
    public void A_list_allocates_nothing_while_it_is_produced()
    {
        using var service = Service();
        var output = new ArrayBufferWriter<byte>(256 * 1024);
        Produce(service.Connect(Peer), output);
        Allocation.LeastOf_bytes(() =>
        {
            var handler = service.Connect(Peer);
            return () => Produce(handler, output);
        }).ShouldBe(0);
    }

    private static void Produce(IConnectionHandler handler, ArrayBufferWriter<byte> output)
    {
        for (var step = handler.Start(output); step.Next == Next.Drain; step = handler.Drained(output))
            output.ResetWrittenCount();
    }

    /// <summary>Compares the blocks at every offset of both lists.</summary>
    private static void AssertNothingShared(byte[] first, byte[] second)
    {
        var blocks = BlocksOf(first).ToHashSet(StringComparer.Ordinal);
        blocks.Count.ShouldBe(first.Length - 31, "a list repeats within itself");
        BlocksOf(second).Count(blocks.Contains).ShouldBe(0);
    }

    private static IEnumerable<string> BlocksOf(byte[] list)
    {
        var text = Encoding.ASCII.GetString(list);
        return Enumerable.Range(0, text.Length - 31).Select(start => text.Substring(start, 32));
    }

    private static IService Service(params (string Name, object Value)[] given) =>
        new NumberListWorkload().CreateService(Settings(given), SilentEventSink.Instance);
}
