using System.Text;
using LoadHarness.Discovery.Web;

namespace LoadHarness.Tests.Discovery.Web;

public class RequestHeadTests
{
    private const int MaxBytes = 8192;

    [Theory]
    [InlineData("GET /query.json HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("get /query.json HTTP/1.0\n\n")]
    [InlineData("POST /query.json HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}")]
    [InlineData("  GET   /query.json   FOO\r\n\r\n")]
    [InlineData("GET http://catalog.example:9097/query.json HTTP/1.1\r\n\r\n")]
    [InlineData("GET HTTP://x/query.json HTTP/1.1\n\r\n")]
    public void Any_method_case_version_line_end_and_absolute_form_is_read(string request)
    {
        var head = RequestHead.Read(Encoding.ASCII.GetBytes(request), ended: false, MaxBytes);
        head.ShouldBe(new RequestHead(RequestState.Complete, "/query.json"));
    }

    [Fact]
    public void A_request_is_complete_at_the_empty_line_and_not_a_byte_before()
    {
        var request = "GET /query.json HTTP/1.0\r\nHost: x\r\n\r\n"u8.ToArray();
        for (var length = 0; length < request.Length; length++)
            RequestHead.Read(request.AsSpan(0, length), ended: false, MaxBytes).State.ShouldBe(RequestState.Incomplete);
        RequestHead.Read(request, ended: false, MaxBytes).State.ShouldBe(RequestState.Complete);
    }

    [Fact]
    public void A_request_line_is_enough_when_the_sender_has_closed()
    {
        RequestHead.Read("GET / HTTP/1.0\r\n"u8, ended: true, MaxBytes)
            .ShouldBe(new RequestHead(RequestState.Complete, "/"));
        RequestHead.Read("GET / HTT"u8, ended: true, MaxBytes).State.ShouldBe(RequestState.Invalid);
    }

    [Theory]
    [InlineData("GET /query.json\n\n")]
    [InlineData("\r\nGET / HTTP/1.0\r\n\r\n")]
    public void Fewer_than_three_words_are_no_request(string request) =>
        RequestHead.Read(Encoding.ASCII.GetBytes(request), ended: false, MaxBytes).State.ShouldBe(RequestState.Invalid);

    [Fact]
    public void An_endless_head_is_too_long()
    {
        var request = Encoding.ASCII.GetBytes("GET / HTTP/1.0\r\n" + new string('x', MaxBytes));
        RequestHead.Read(request, ended: false, MaxBytes).State.ShouldBe(RequestState.TooLong);
    }

    [Fact]
    public void A_url_without_a_path_asks_for_none() =>
        RequestHead.Read("GET http://x HTTP/1.1\n\n"u8, ended: false, MaxBytes)
            .ShouldBe(new RequestHead(RequestState.Complete));
}
