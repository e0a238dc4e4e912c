using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Workloads.HashTable.Serving;

namespace LoadHarness.Tests.Workloads.HashTable.Serving;

public class ConnectionTests
{
    private const string Size = """{"method":"size"}""";
    private const string Zero = """{"status":"OK","result":0}""";

    [Fact]
    public void A_bare_connect_waits_for_input_and_an_end_closes()
    {
        var connection = new TestTable().Connect();
        connection.Send(string.Empty).ShouldBeEmpty();
        connection.Send(string.Empty, end: true).ShouldBeEmpty();
        connection.IsClosed.ShouldBeTrue();
    }

    [Fact]
    public void A_last_line_without_newline_is_answered()
    {
        var connection = new TestTable().Connect();
        connection.Send(Size, end: true).ShouldBe(Zero + "\n");
        connection.IsClosed.ShouldBeTrue();
    }

    [Fact]
    public void A_half_request_at_the_end_changes_nothing()
    {
        var table = new TestTable();
        table.Connect().Send("""{"method":"insert","key":"a","value":12""", end: true).ShouldContain("InvalidJson");
        table.Send(Size).ShouldBe(Zero + "\n");
    }

    [Fact]
    public void Pipelined_requests_are_answered_in_order_and_give_others_their_turn()
    {
        var connection = new TestTable().Connect();
        var requests = string.Concat(
            Enumerable.Range(0, 200).Select(i => $$"""{"method":"lookup","key":"{{i}}"}""" + "\n" + Size + "\n"));
        var replies = connection.Send(requests + requests, end: true).Split('\n');
        replies.Length.ShouldBe(801);
        for (var i = 0; i < 800; i += 2)
        {
            replies[i].ShouldBe("""{"status":"exception","type":"KeyError"}""");
            replies[i + 1].ShouldBe(Zero);
        }

        connection.DrainCount.ShouldBe(12);
        connection.IsClosed.ShouldBeTrue();
    }

    [Fact]
    public void A_small_reply_is_one_write()
    {
        var table = new TestTable().Fill(20);
        var connection = table.Connect();
        connection.Send("""{"method":"scan","regex":"."}""" + "\n");
        connection.Pieces.Count.ShouldBe(1);
        connection.DrainCount.ShouldBe(1);
    }

    [Theory]
    [InlineData("lookup")]
    [InlineData("remove")]
    public void A_large_value_leaves_in_pieces_of_64_KiB(string method)
    {
        var table = new TestTable();
        var value = new string('x', 300_000);
        table.Send($$"""{"method":"insert","key":"big","value":"{{value}}"}""");
        var connection = table.Connect();
        connection.Send($$"""{"method":"{{method}}","key":"big"}""" + "\n" + Size + "\n")
            .ShouldStartWith($$"""{"status":"OK","result":"{{value}}"}""" + "\n");
        connection.Pieces[..4].ShouldAllBe(piece => piece == LargeAnswer.PieceLength);
        connection.DrainCount.ShouldBe(4);
    }

    [Fact]
    public void A_line_that_is_too_long_is_refused_before_it_is_whole()
    {
        var connection = new TestTable(new ServingLimits { MaxLine = 1000 }).Connect();
        connection.Send(new string(' ', 1000)).ShouldBeEmpty();
        connection.Send(" ").ShouldBe(
            """{"status":"exception","type":"InvalidRequest","message":"the line is longer than 1000 bytes"}""" + "\n");
        connection.IsClosed.ShouldBeTrue();
    }

    [Fact]
    public void A_whole_line_that_is_too_long_is_refused()
    {
        var connection = new TestTable(new ServingLimits { MaxLine = 1000 }).Connect();
        connection.Send(new string(' ', 1001) + "\n").ShouldContain("longer than 1000 bytes");
        connection.IsClosed.ShouldBeTrue();
    }

    [Fact]
    public void A_key_that_is_too_long_is_refused_and_the_connection_stays()
    {
        var connection = new TestTable(new ServingLimits { MaxKey = 10 }).Connect();
        connection.Send("""{"method":"insert","key":"123456789","value":1}""" + "\n")
            .ShouldBe("""{"status":"exception","type":"InvalidRequest","message":"the key is too long"}""" + "\n");
        connection.Send("""{"method":"insert","key":"12345678","value":1}""" + "\n").ShouldContain("OK");
    }

    [Theory]
    [InlineData(63, "OK")]
    [InlineData(64, "InvalidJson")]
    [InlineData(100_000, "InvalidJson")]
    public void Nesting_has_a_limit(int depth, string reply) =>
        new TestTable()
            .Send($$"""{"method":"insert","key":"deep","value":{{new string('[', depth)}}{{new string(']', depth)}}}""")
            .ShouldContain(reply);

    [Fact]
    public void Bytes_that_are_not_utf_8_close_the_connection()
    {
        var connection = new TestTable().Connect();
        var reply = connection.Send([.. "{\"method\":\"lookup\",\"key\":\""u8, 0xC3, 0x28, .. "\"}\n"u8]);
        Encoding.ASCII.GetString(reply)
            .ShouldBe("""{"status":"exception","type":"InvalidJson","message":"the line is not UTF-8"}""" + "\n");
        connection.IsClosed.ShouldBeTrue();
    }

    [Fact]
    public void No_bytes_make_it_throw() =>
        Prop.ForAll<byte[][]>(pieces =>
        {
            var connection = new TestTable().Connect();
            foreach (var piece in pieces) connection.Send(piece);
            connection.Send([], end: true);
            return connection.IsClosed;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Requests_with_one_byte_changed_do_not_make_it_throw()
    {
        var request =
            """{"method":"insert","key":"a\u00e9\n","value":{"x":[1,-2.5e3,true,null,"\ud83d"]}}"""u8.ToArray();
        for (var position = 0; position < request.Length; position++)
        {
            for (var value = 0; value < 256; value++)
            {
                byte[] changed = [.. request, (byte)'\n'];
                changed[position] = (byte)value;
                var connection = new TestTable().Connect();
                connection.Send(changed);
                connection.Send("""{"method":"scan","regex":""}""" + "\n");
                connection.Send("""{"method":"query","subkey":"x","subvalue":[1]}""" + "\n");
            }
        }
    }

    [Fact]
    public void However_the_input_is_split_the_replies_are_the_same()
    {
        var requests = Encoding.UTF8.GetBytes("""
            {"method":"insert","key":"zoë","value":"é"}

            {"method":"scan","regex":"."}
            {"method":"lookup","key":"x"}
            {"method":"size"}

            """.ReplaceLineEndings("\r\n"));
        var whole = new TestTable().Connect().Send(requests);
        Prop.ForAll(Gen.Choose(1, 20).ListOf().ToArbitrary(), sizes =>
        {
            var connection = new TestTable().Connect();
            var replies = new List<byte>();
            var rest = requests.AsSpan();
            foreach (var size in sizes)
            {
                var count = Math.Min(size, rest.Length);
                replies.AddRange(connection.Send(rest[..count].ToArray()));
                rest = rest[count..];
            }

            replies.AddRange(connection.Send(rest.ToArray()));
            return replies.SequenceEqual(whole);
        }).QuickCheckThrowOnFailure();
    }
}
