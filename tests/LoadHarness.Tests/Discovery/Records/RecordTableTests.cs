using LoadHarness.Discovery.Records;
using LoadHarness.Tests.Discovery.Fakes;

namespace LoadHarness.Tests.Discovery.Records;

public class RecordTableTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void The_catalogs_own_members_come_first_then_the_senders_without_repeating_a_name()
    {
        var table = Fakes.Records.Table(_time);
        table.Take("""
            {"type":"t","address":"9.9.9.9","lastheardfrom":1,"name":"n","port":5,"x":1,"x":2,"l":[ 1, {"a" : null} ]}
            """);
        table.Live().ShouldHaveSingleItem().LineOf().ShouldBe(
            "{\"name\":\"localhost\",\"lastheardfrom\":1793610303,\"address\":\"127.0.0.1\","
            + "\"type\":\"t\",\"port\":5,\"x\":1,\"l\":[1,{\"a\":null}]}");
    }

    [Fact]
    public void Without_a_host_name_the_sent_name_counts_and_else_the_address()
    {
        var table = Fakes.Records.Table(_time);
        table.Take("""{"name":"sent","port":1}""", "10.1.2.3", hostName: null);
        table.Take("""{"name":7,"port":2}""", "10.1.2.3", hostName: null);
        table.Live().Select(record => record.Key).ShouldBe(["10.1.2.3:2:10.1.2.3", "10.1.2.3:1:sent"]);
    }

    [Fact]
    public void A_sender_behind_a_mapped_address_is_listed_as_ipv4()
    {
        var table = Fakes.Records.Table(_time);
        table.Take("{}", "::ffff:10.1.2.3", hostName: null);
        table.Live()[0].Key.ShouldBe("10.1.2.3:0:10.1.2.3");
    }

    [Theory]
    [InlineData("""{"port":1,"project":"b","type":"other"}""", RecordChange.Renewed)]
    [InlineData("""{"port":2,"project":"b"}""", RecordChange.Added)]
    [InlineData("""{"port":1,"uuid":"u","project":"b"}""", RecordChange.Added)]
    [InlineData("""{"port":1,"uuid":7,"project":"b"}""", RecordChange.Renewed)]
    public void Address_port_name_and_uuid_are_the_identity(string second, RecordChange expected)
    {
        var table = Fakes.Records.Table(_time);
        table.Take("""{"port":1,"project":"a"}""").ShouldBe(RecordChange.Added);
        table.Take(second).ShouldBe(expected);
        table.Projects().ShouldBe(expected == RecordChange.Added ? ["a", "b"] : ["b"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"port":"1"}""")]
    [InlineData("""{"port":1.5}""")]
    [InlineData("""{"port":null}""")]
    public void A_port_that_is_no_whole_number_counts_as_zero(string update)
    {
        var table = Fakes.Records.Table(_time);
        table.Take(update);
        table.Find("127.0.0.1:0:localhost").ShouldNotBeNull();
    }

    [Fact]
    public void A_record_is_gone_when_its_lifetime_has_passed_since_the_last_update()
    {
        var table = Fakes.Records.Table(_time);
        table.Take("""{"port":1,"project":"a"}""");
        _time.Advance(TimeSpan.FromMinutes(14));
        table.Take("""{"port":2,"project":"b"}""");
        _time.Advance(TimeSpan.FromSeconds(59));
        table.Projects().ShouldBe(["a", "b"], ignoreOrder: true);
        _time.Advance(TimeSpan.FromSeconds(1));
        table.Projects().ShouldBe(["b"]);
        table.Find("127.0.0.1:1:localhost").ShouldBeNull();
        table.Sweep().ShouldHaveSingleItem().TextOf("project").ShouldBe("a");
        table.Sweep().ShouldBeEmpty();
        table.Take("""{"port":1,"project":"a"}""").ShouldBe(RecordChange.Added);
    }

    [Theory]
    [InlineData("2", 2)]
    [InlineData("1", 1)]
    [InlineData("0.5", 900)]
    [InlineData("5e-324", 900)]
    [InlineData("1.5", 900)]
    [InlineData("100000", 900)]
    [InlineData("0", 900)]
    [InlineData("-3", 900)]
    [InlineData("\"5\"", 900)]
    [InlineData("1e300", 900)]
    public void A_records_own_lifetime_counts_when_it_is_whole_seconds_and_shorter(string lifetime, double expected_s)
    {
        var table = Fakes.Records.Table(_time);
        table.Take($$"""{"port":1,"lifetime":{{lifetime}}}""");
        _time.Advance(TimeSpan.FromSeconds(expected_s) - TimeSpan.FromTicks(1));
        table.Live().ShouldNotBeEmpty();
        _time.Advance(TimeSpan.FromTicks(1));
        table.Live().ShouldBeEmpty();
    }

    [Fact]
    public void A_full_table_renews_the_known_refuses_the_new_and_takes_them_when_old_ones_expire()
    {
        var table = Fakes.Records.Table(_time, new CatalogLimits { MaxRecords = 2 });
        table.Take("""{"port":1,"lifetime":60}""");
        table.Take("""{"port":2}""");
        table.Take("""{"port":3}""").ShouldBe(RecordChange.Refused);
        table.Take("""{"port":2}""").ShouldBe(RecordChange.Renewed);
        _time.Advance(TimeSpan.FromSeconds(60));
        table.Take("""{"port":3}""").ShouldBe(RecordChange.Added);
        table.Live().Select(record => record.TextOf("port")).ShouldBe(["2", "3"]);
    }

    [Fact]
    public void The_bytes_of_all_records_are_bounded_and_given_back()
    {
        var table = Fakes.Records.Table(_time, new CatalogLimits { MaxTableBytes = 300 });
        var large = $$"""{"port":1,"lifetime":60,"text":"{{new string('x', 150)}}"}""";
        table.Take(large).ShouldBe(RecordChange.Added);
        table.Take(large).ShouldBe(RecordChange.Renewed);
        var other = large.Replace("\"port\":1", "\"port\":2", StringComparison.Ordinal);
        table.Take(other).ShouldBe(RecordChange.Refused);
        _time.Advance(TimeSpan.FromSeconds(60));
        table.Take(other).ShouldBe(RecordChange.Added);
    }

    [Fact]
    public void Records_stand_by_name_without_regard_to_case()
    {
        var table = Fakes.Records.Table(_time);
        foreach (var name in new[] { "beta", "Gamma", "alpha" }) table.Take("""{"port":1}""", hostName: name);
        table.Live().Select(record => record.Name).ShouldBe(["alpha", "beta", "Gamma"]);
    }
}
