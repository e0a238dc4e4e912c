using System.Text;
using LoadHarness.Workloads.Resp.Protocol;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Tests.Workloads.Resp;

public sealed class ReplyReaderTests
{
    [Theory]
    [InlineData("+OK\r\n")]
    [InlineData("-ERR no\r\n")]
    [InlineData(":1000\r\n")]
    [InlineData("$5\r\na\r\nbc\r\n")]
    [InlineData("$-1\r\n")]
    [InlineData("$0\r\n\r\n")]
    [InlineData("*0\r\n")]
    [InlineData("*-1\r\n")]
    [InlineData("*2\r\n$1\r\na\r\n:3\r\n")]
    [InlineData("*3\r\n*1\r\n+a\r\n*-1\r\n*2\r\n*0\r\n$1\r\nb\r\n")]
    public void A_reply_ends_where_it_ends_however_it_is_cut(string reply)
    {
        var bytes = Encoding.ASCII.GetBytes(reply + "+next\r\n");
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            var state = ReplyReader.Read(bytes.AsSpan(0, cut), out var length);
            state.ShouldBe(cut < reply.Length ? ReadState.Incomplete : ReadState.Complete);
            if (state == ReadState.Complete) length.ShouldBe(reply.Length);
        }
    }

    [Theory]
    [InlineData("OK\r\n")]
    [InlineData("$x\r\n")]
    [InlineData("*1x\r\n")]
    [InlineData("*1\r\nx\r\n")]
    [InlineData("*99999999999\r\n")]
    [InlineData("$99999999999\r\n")]
    public void What_is_no_reply_is_malformed(string text) =>
        ReplyReader.Read(Encoding.ASCII.GetBytes(text), out _).ShouldBe(ReadState.Malformed);

    [Fact]
    public void Arrays_may_be_as_deep_as_they_like()
    {
        const int Depth = 1_000_000;
        var text = string.Concat(Enumerable.Repeat("*1\r\n", Depth)) + ":1\r\n";
        ReplyReader.Read(Encoding.ASCII.GetBytes(text), out var length).ShouldBe(ReadState.Complete);
        length.ShouldBe(text.Length);
    }
}
