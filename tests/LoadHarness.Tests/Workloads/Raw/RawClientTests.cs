using System.Buffers;
using System.Text;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Raw;

namespace LoadHarness.Tests.Workloads.Raw;

public sealed class RawClientTests
{
    private static readonly RawWorkload _workload = new();

    [Theory]
    [InlineData("until \\n", "", "", "hello\n")]
    [InlineData("until \\n", "hello\\n", "hel", "hello\n")]
    [InlineData("until aab", "", "", "aaab")]
    [InlineData("until \\r\\n.\\r\\n", "", "", "\r\n\r\n.\n\r\n.\r\r\n.\r\n")]
    [InlineData("until \\x00", "", "a", "a\0")]
    [InlineData("bytes 4", "", "", "\n\n\n\n")]
    [InlineData("bytes 4", "abcd", "ab", "abcd")]
    [InlineData("close", "", "", "")]
    [InlineData("close", "", "ab", "ab and more")]
    [InlineData("close", "all of it", "", "all of it")]
    public void The_right_answer_is_right_however_it_is_cut(string expect, string answer, string start, string received)
    {
        var ends = expect is "close";
        for (var piece = 1; piece <= Math.Max(1, received.Length); piece++)
            Answer(Client(expect, answer, start), received, piece, ends).ShouldBe(Outcome.Correct);
    }

    [Theory]
    [InlineData("until \\n", "", "", "a\nb")]
    [InlineData("until \\n", "hello\\n", "", "hallo\n")]
    [InlineData("until \\n", "hello", "", "hello\n")]
    [InlineData("until \\n", "hello\\n", "", "hell\n")]
    [InlineData("until \\n", "", "he", "h\n")]
    [InlineData("until \\n", "", "he", "ha\n")]
    [InlineData("bytes 3", "", "", "abcd")]
    [InlineData("bytes 3", "abcd", "", "abc")]
    [InlineData("close", "ab", "", "abc")]
    [InlineData("close", "abc", "", "ab")]
    [InlineData("close", "", "abc", "ab")]
    [InlineData("close", "", "a", "")]
    public void Another_answer_and_what_follows_an_answer_are_wrong(
        string expect, string answer, string start, string received) =>
        Answer(Client(expect, answer, start), received, received.Length, expect is "close")
            .ShouldBe(Outcome.WrongAnswer);

    [Theory]
    [InlineData("until \\n", "hello")]
    [InlineData("bytes 6", "hello")]
    [InlineData("close", "hello")]
    public void Half_an_answer_is_waited_for(string expect, string received) =>
        Answer(Client(expect, "", ""), received, 1, ends: false).ShouldBeNull();

    [Fact]
    public void A_wrong_answer_that_never_ends_holds_nobody() =>
        Answer(Client("close", "", "yes"), "no", 1, ends: false).ShouldBe(Outcome.WrongAnswer);

    [Fact]
    public void A_long_answer_is_not_kept()
    {
        var client = Client("until \\r\\n", "", "");
        client.Begin(Purpose.Measure, new ArrayBufferWriter<byte>());
        client.Receive(new byte[100_000], end: false, new ArrayBufferWriter<byte>()).Consumed.ShouldBe(99_999);
    }

    [Fact]
    public void The_bytes_are_sent_as_written_and_nothing_is_prepared()
    {
        var request = new ArrayBufferWriter<byte>();
        var client = Client("close", "", "", ("send", @"GET\x20a\r\n"));
        client.Begin(Purpose.Prepare, request).Next.ShouldBe(ClientNext.Idle);
        client.Begin(Purpose.Measure, request).Next.ShouldBe(ClientNext.Receive);
        Encoding.ASCII.GetString(request.WrittenSpan).ShouldBe("GET a\r\n");
    }

    [Theory]
    [InlineData("until \\r\\n", "hello\r\n")]
    [InlineData("bytes 5", "hello")]
    [InlineData("close", "hello")]
    public void An_operation_allocates_nothing(string expect, string answer) => ClientAllocation
        .LeastOf_bytes(Client(expect, "", "hel"), Encoding.ASCII.GetBytes(answer), end: true).ShouldBe(0);

    private static IVirtualClient Client(
        string expect, string answer, string start, params (string Name, object Value)[] more)
    {
        var settings = SocketlessRun.Settings(
            _workload, [("expect", expect), ("answer", answer), ("answer-start", start), .. more]);
        return _workload.CreatePopulation(settings, "exchange", PopulationShare.Whole, seed: 1).CreateClient(0);
    }

    /// <summary>Passes what is received in pieces.</summary>
    /// <returns>Null when the client waits for more.</returns>
    private static Outcome? Answer(IVirtualClient client, string received, int piece, bool ends)
    {
        var bytes = Encoding.ASCII.GetBytes(received);
        var request = new ArrayBufferWriter<byte>();
        client.Begin(Purpose.Measure, request).Next.ShouldBe(ClientNext.Receive);
        var (from, to) = (0, 0);
        do
        {
            to = Math.Min(bytes.Length, to + piece);
            var step = client.Receive(bytes.AsSpan(from, to - from), ends && to == bytes.Length, request);
            if (step.Next == ClientNext.Complete) return to == bytes.Length ? step.Outcome : Outcome.WrongAnswer;
            from += step.Consumed;
        }
        while (to < bytes.Length);

        return null;
    }
}
