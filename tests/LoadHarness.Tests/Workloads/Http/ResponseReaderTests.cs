using System.Text;
using LoadHarness.Workloads.Http.Protocol;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Tests.Workloads.Http;

public sealed class ResponseReaderTests
{
    private const string Chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", 200, 5)]
    [InlineData("HTTP/1.1 200 OK\r\ncontent-length:5 \r\n\r\n\r\n\r\n!", 200, 5)]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", 404, 0)]
    [InlineData("HTTP/1.1 204 No Content\r\nServer: x\r\n\r\n", 204, 0)]
    [InlineData("HTTP/1.1 304\r\nContent-Length: 70\r\n\r\n", 304, 0)]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx", 200, 1)]
    [InlineData(Chunked + "5\r\nhello\r\n0\r\n\r\n", 200, 5)]
    [InlineData(Chunked + "A;name=value\r\n0123456789\r\n1\r\nx\r\n0\r\nTrailer: t\r\n\r\n", 200, 11)]
    public void A_response_is_read_the_same_however_it_is_cut(string response, int status, long body_bytes)
    {
        var bytes = Encoding.ASCII.GetBytes(response);
        for (var piece = 1; piece <= bytes.Length; piece++)
        {
            var reader = new ResponseReader();
            reader.Begin();
            ReadInPieces(reader, bytes, piece).ShouldBe(ReadState.Complete);
            (reader.Status, reader.Body_bytes).ShouldBe((status, body_bytes));
        }
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH\r\n\r\n")]
    [InlineData("HTTP/1.1 2x0 OK\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\nuntil the end")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nno header\r\n\r\n")]
    [InlineData(Chunked + "x\r\n")]
    [InlineData(Chunked + "-1\r\n")]
    [InlineData(Chunked + "1\r\nab\r\n")]
    public void What_is_no_response_with_a_known_end_is_refused(string response)
    {
        var reader = new ResponseReader();
        reader.Begin();

        reader.Read(Encoding.ASCII.GetBytes(response), out _).ShouldBe(ReadState.Malformed);
    }

    [Fact]
    public void A_head_without_an_end_is_not_kept_for_ever()
    {
        var reader = new ResponseReader();
        reader.Begin();

        reader.Read(new byte[HeadFields.LongestHead_bytes + 1], out _).ShouldBe(ReadState.Malformed);
    }

    private static ReadState ReadInPieces(ResponseReader reader, byte[] bytes, int piece)
    {
        var (from, to) = (0, 0);
        while (to < bytes.Length)
        {
            to = Math.Min(bytes.Length, to + piece);
            var state = reader.Read(bytes.AsSpan(from, to - from), out var consumed);
            from += consumed;
            if (state != ReadState.Incomplete) return from == bytes.Length ? state : ReadState.Malformed;
        }

        return ReadState.Incomplete;
    }
}
