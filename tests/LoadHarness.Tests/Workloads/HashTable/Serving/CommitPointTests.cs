using LoadHarness.Tests.Workloads.HashTable.Durability;

namespace LoadHarness.Tests.Workloads.HashTable.Serving;

public class CommitPointTests
{
    private readonly TestServer _server = new TestServer().Start();

    [Fact]
    public void A_write_carries_its_own_commit_point()
    {
        CommitPointOf("""{"method":"insert","key":"a","value":1}""").ShouldBe(1);
        CommitPointOf("""{"method":"insert","key":"b","value":1}""").ShouldBe(2);
        CommitPointOf("""{"method":"remove","key":"a"}""").ShouldBe(3);
    }

    [Fact]
    public void A_read_carries_the_commit_point_of_what_it_saw()
    {
        CommitPointOf("""{"method":"insert","key":"a","value":1}""");
        CommitPointOf("""{"method":"insert","key":"b","value":1}""");
        CommitPointOf("""{"method":"lookup","key":"a"}""").ShouldBe(1);
        CommitPointOf("""{"method":"lookup","key":"missing"}""").ShouldBe(2);
        CommitPointOf("""{"method":"remove","key":"missing"}""").ShouldBe(2);
        CommitPointOf("""{"method":"size"}""").ShouldBe(2);
        CommitPointOf("""{"method":"scan","regex":"a"}""").ShouldBe(2);
        CommitPointOf("""{"method":"query","subkey":"a","subvalue":0}""").ShouldBe(2);
        CommitPointOf("""{"method":"oops"}""").ShouldBe(0);
    }

    [Fact]
    public void Several_requests_in_one_segment_carry_the_highest()
    {
        CommitPointOf("""
            {"method":"insert","key":"a","value":1}
            {"method":"insert","key":"b","value":1}
            {"method":"lookup","key":"a"}
            """.ReplaceLineEndings("\n")).ShouldBe(2);
    }

    [Fact]
    public void After_a_failure_of_the_log_writes_are_refused_and_durable_state_can_be_read()
    {
        var table = new TestTable(store: _server.Store);
        table.Send("""{"method":"insert","key":"a","value":1}""");
        _server.Flush().Disk.FreeBytes = 0;
        table.Send("""{"method":"insert","key":"b","value":1}""");
        Should.Throw<LoadHarness.Contracts.Serving.DurabilityException>(() => _server.Flush());
        table.Send("""{"method":"insert","key":"c","value":1}""").ShouldContain("DurabilityError");
        table.Send("""{"method":"lookup","key":"c"}""").ShouldContain("KeyError");
        table.Send("""{"method":"lookup","key":"a"}""").ShouldContain("OK");
        table.Service.OperationCount.ShouldBe(5);
        table.Service.Durable!.DurableUpTo.ShouldBe(1);
    }

    [Fact]
    public void The_trace_shows_who_asks_what()
    {
        var sink = new RecordingSink();
        new TestTable(sink: sink).Send("""{"method":"size"}""");
        sink.Traces.ShouldBe(["""('127.0.0.1', 5000) {"method":"size"}"""]);
    }

    private long CommitPointOf(string request)
    {
        var connection = new TestTable(store: _server.Store).Connect();
        connection.Send(request + "\n");
        return connection.CommitPoint;
    }
}
