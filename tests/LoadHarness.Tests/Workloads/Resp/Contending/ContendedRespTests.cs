using System.Text;
using LoadHarness.Analysis.Linearizability;
using LoadHarness.Contracts.Histories;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Resp;

namespace LoadHarness.Tests.Workloads.Resp.Contending;

public sealed class ContendedRespTests
{
    private static readonly RespWorkload _workload = new();

    [Theory]
    [InlineData(64)]
    [InlineData(1)]
    public void What_clients_see_is_recorded_and_linearizable(int valueSize)
    {
        var run = Run(out var history, valueSize);
        history.BeginHistory(3, room: 2000);
        run.Prepare().ShouldBe(8);
        for (var i = 0; i < 2000; i++) run.Measure().ShouldBe(Outcome.Correct);

        var recorded = history.TakeHistory();

        recorded.Keys.ShouldBe(Enumerable.Range(0, 8).Select(key => $"contended:3-{key}"));
        var all = recorded.Operations.SelectMany(key => key).ToList();
        all.Count.ShouldBe(2000);
        all.ShouldContain(operation => operation.Kind == KeyOperationKind.Read && operation.Value > 0);
        all.ShouldContain(operation => operation.Kind == KeyOperationKind.Remove && operation.Value > 0);
        all.ShouldContain(operation => operation.IsMiss);
        LevelHistory.Check([recorded]).Verdict.ShouldBe(HistoryVerdict.Linearizable);
    }

    [Fact]
    public void One_command_is_sent_at_a_time_whatever_the_pipeline()
    {
        var settings = SocketlessRun.Settings(_workload, ("pipeline", 16));
        using var service = _workload.CreateService(settings, SilentEventSink.Instance);
        var run = new SocketlessRun(
            service, _workload.CreatePopulation(settings, "contended", PopulationShare.Whole, seed: 5));
        for (var i = 0; i < 50; i++) run.Measure().ShouldBe(Outcome.Correct);

        service.OperationCount.ShouldBe(50 * _workload.ServedPerOperation(settings, "contended"));
    }

    [Fact]
    public void A_value_that_was_replaced_is_found_out()
    {
        var run = Run(out var history);
        byte[]? seen = null;
        history.BeginHistory(1, room: 500);
        run.Prepare();
        // Whoever finds something finds what was found first.
        run.Spoil = answer => answer.Length <= 20 ? answer : seen ??= answer;
        for (var i = 0; i < 500; i++) run.Measure();

        LevelHistory.Check([history.TakeHistory()]).Verdict.ShouldBe(HistoryVerdict.Violated);
    }

    [Theory]
    [InlineData("-ERR no\r\n")]
    [InlineData("$3\r\nabc\r\n")]
    [InlineData(":1\r\n")]
    public void What_nobody_can_have_written_is_a_wrong_answer(string answer)
    {
        var run = Run(out var history);
        history.BeginHistory(1, room: 100);
        run.Prepare();
        run.Spoil = _ => Encoding.ASCII.GetBytes(answer);
        for (var i = 0; i < 100; i++) run.Measure().ShouldBe(Outcome.WrongAnswer);

        history.TakeHistory().Operations.SelectMany(key => key).ShouldAllBe(operation => !operation.IsKnown);
    }

    private static SocketlessRun Run(out IHistorySource history, int valueSize = 64)
    {
        var settings = SocketlessRun.Settings(_workload, ("value-size", valueSize));
        var population = _workload.CreatePopulation(settings, "contended", PopulationShare.Whole, seed: 5);
        history = population.ShouldBeAssignableTo<IHistorySource>()!;
        return new SocketlessRun(_workload.CreateService(settings, SilentEventSink.Instance), population);
    }
}
