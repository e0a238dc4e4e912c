using LoadHarness.Benchmarks.Tools.Servers;

namespace LoadHarness.Tests.Benchmarks.Tools;

public sealed class ServerCounterTests
{
    [Fact]
    public void The_count_of_nginx_is_the_third_number() => NginxCounter.Parse(
        "HTTP/1.1 200 OK\r\n\r\nActive connections: 65 \nserver accepts handled requests\n 650 651 1234567 \n"
        + "Reading: 0 Writing: 1 Waiting: 64 \n").ShouldBe(1_234_567);

    [Theory]
    [InlineData("HTTP/1.1 404 Not Found\r\n\r\n")]
    [InlineData("server accepts handled requests\n 1 2")]
    [InlineData("server accepts handled requests\n 1 2 x")]
    public void Another_page_is_not_understood(string page) =>
        Should.Throw<InvalidOperationException>(() => NginxCounter.Parse(page));

    [Theory]
    [InlineData("", false)]
    [InlineData("$5", false)]
    [InlineData("$5\r\nab:1\r", false)]
    [InlineData("$5\r\nab:12\r", false)]
    [InlineData("$5\r\nab:12\r\n", true)]
    [InlineData("-ERR\r\n", false)]
    public void The_answer_of_a_Redis_is_whole_with_its_last_byte(string answer, bool isWhole) =>
        RedisCounter.IsWhole(answer).ShouldBe(isWhole);
}
