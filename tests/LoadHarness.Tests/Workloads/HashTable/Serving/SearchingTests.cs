using System.Text.Json;
using LoadHarness.Contracts.Serving;
using LoadHarness.Workloads.HashTable.Searching;
using LoadHarness.Workloads.HashTable.Serving;

namespace LoadHarness.Tests.Workloads.HashTable.Serving;

public class SearchingTests
{
    [Fact]
    public void A_scan_sees_one_moment_while_others_write()
    {
        var table = new TestTable().Fill(5000);
        var connection = table.Connect();
        var other = 0;
        connection.InBetween = () => table.Send(
            $$"""{"method":"insert","key":"k{{other}}","value":"changed"}""",
            $$"""{"method":"remove","key":"k{{4999 - other}}"}""",
            $$"""{"method":"insert","key":"new{{other++}}","value":0}""");
        var reply = connection.Send("""{"method":"scan","regex":"."}""" + "\n");
        connection.DrainCount.ShouldBeGreaterThanOrEqualTo(5000 / 512);
        other.ShouldBeGreaterThan(0);
        using var document = JsonDocument.Parse(reply);
        var pairs = document.RootElement.GetProperty("result").EnumerateArray().ToList();
        pairs.Count.ShouldBe(5000);
        for (var i = 0; i < pairs.Count; i++)
        {
            pairs[i][0].GetString().ShouldBe($"k{i}");
            pairs[i][1].GetInt32().ShouldBe(i);
        }
    }

    [Fact]
    public void A_large_answer_leaves_in_bounded_pieces()
    {
        var table = new TestTable().Fill(9000);
        var connection = table.Connect();
        connection.Send("""{"method":"query","subkey":"a","subvalue":1}""" + "\n")
            .ShouldBe("""{"status":"OK","result":[]}""" + "\n");
        connection.Send("""{"method":"scan","regex":""}""" + "\n").Length.ShouldBeGreaterThan(
            2 * LargeAnswer.PieceLength);
        connection.Pieces.Max().ShouldBe(LargeAnswer.PieceLength);
    }

    [Fact]
    public void Requests_behind_a_running_scan_wait()
    {
        var connection = new TestTable().Fill(2000).Connect();
        var replies = connection.Send("""
            {"method":"scan","regex":"k7$"}
            {"method":"size"}

            """.ReplaceLineEndings("\n")).Split('\n');
        replies[0].ShouldBe("""{"status":"OK","result":[["k7",7]]}""");
        replies[1].ShouldBe("""{"status":"OK","result":2000}""");
    }

    [Fact]
    public void More_pairs_than_allowed_are_an_error_that_says_so()
    {
        var table = new TestTable(new ServingLimits { Search = new SearchLimits(10, TimeSpan.FromSeconds(2)) })
            .Fill(20);
        table.Send("""{"method":"scan","regex":"^k1"}""")
            .ShouldBe("""{"status":"exception","type":"TooLarge","message":"more than 10 pairs"}""" + "\n");
        table.Send("""{"method":"scan","regex":"^k[0-9]$"}""").ShouldContain("OK");
    }

    [Fact]
    public void A_scan_that_computes_too_long_ends_with_an_error()
    {
        var table = new TestTable(new ServingLimits { Search = new SearchLimits(10, TimeSpan.FromMilliseconds(5)) },
            new TickingTime()).Fill(5000);
        table.Send("""{"method":"scan","regex":"x"}""")
            .ShouldBe(
            """{"status":"exception","type":"Deadline","message":"more than 5 ms of computing, or one key too slow"}"""
                + "\n");
    }

    [Fact]
    public void A_pattern_that_backtracks_without_end_is_stopped()
    {
        var table = new TestTable();
        table.Send($$"""{"method":"insert","key":"{{new string('a', 40)}}","value":1}""");
        table.Send("""{"method":"scan","regex":"^(a+)+\\1b$"}""").ShouldContain("Deadline");
        table.Send("""{"method":"scan","regex":"^(a+)+b$"}""").ShouldBe("""{"status":"OK","result":[]}""" + "\n");
    }

    [Theory]
    [InlineData("{\"method\":\"scan\",\"regex\":\".\"}\n")]
    [InlineData("{\"method\":\"scan\",\"regex\":\"(\"}\n")]
    [InlineData("{\"method\":\"query\",\"subkey\":\"a\",\"subvalue\":1}\n")]
    public void A_search_only_begins_where_its_request_is_received(string request)
    {
        var handler = new TestTable().Fill(20).Service
            .Connect(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 1));
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        handler.Receive(System.Text.Encoding.ASCII.GetBytes(request), end: false, output).Next.ShouldBe(Next.Drain);
        output.WrittenCount.ShouldBe(0);
        handler.Drained(output).Next.ShouldBe(Next.Read);
        output.WrittenCount.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Closing_in_the_middle_of_a_scan_releases_its_snapshot()
    {
        var table = new TestTable().Fill(2000);
        var handler = table.Service.Connect(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 1));
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        handler.Receive("{\"method\":\"scan\",\"regex\":\"\"}\n"u8, end: false, output);
        table.Send("""{"method":"insert","key":"k1","value":"new"}""");
        table.Store.Find("\"k1\""u8)!.Previous.ShouldNotBeNull();
        handler.Closed();
        table.Send("""{"method":"insert","key":"k1","value":"newer"}""");
        table.Store.Find("\"k1\""u8)!.Previous.ShouldBeNull();
    }

    /// <summary>Every look at the clock takes a tenth of a millisecond.</summary>
    private sealed class TickingTime : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks += TimeSpan.TicksPerMillisecond / 10;
    }
}
