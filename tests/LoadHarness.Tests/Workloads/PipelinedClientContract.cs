using System.Text;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Tests.Workloads;

/// <summary>
/// What the clients keep of every workload that loads numbered keys, gets and sets them; run against each by a subclass
/// that says how its server refuses.
/// </summary>
public abstract class PipelinedClientContract(IWorkload workload, string refusal)
{
    [Fact]
    public void Keys_are_loaded_once_and_again_when_the_server_was_replaced()
    {
        var (run, population) = Run("get", ("keys", 250));
        population.NeedsPreparation.ShouldBeTrue();
        run.Prepare().ShouldBe(3);
        run.Prepare().ShouldBe(0);
        population.ServerReplaced();
        run.Prepare().ShouldBe(3);
    }

    [Fact]
    public void What_was_abandoned_while_it_was_loaded_is_loaded_later()
    {
        var (run, population) = Run("get", ("keys", 250));
        run.Abandon(Purpose.Prepare);
        run.Abandon(Purpose.Prepare);
        run.Prepare().ShouldBe(3);
        population.NeedsPreparation.ShouldBeFalse();
        for (var i = 0; i < 500; i++) run.Measure().ShouldBe(Outcome.Correct);
    }

    [Fact]
    public void What_the_server_refused_to_store_is_loaded_later()
    {
        var (run, population) = Run("get", ("keys", 250));
        var refused = false;
        run.Spoil = answer =>
        {
            if (refused) return answer;
            refused = true;
            return Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(refusal, 100)));
        };
        run.Prepare().ShouldBe(4);
        population.NeedsPreparation.ShouldBeFalse();
        for (var i = 0; i < 500; i++) run.Measure().ShouldBe(Outcome.Correct);
    }

    [Fact]
    public void The_value_of_another_key_is_wrong()
    {
        var (run, _) = Run("get", ("keys", 2));
        run.Prepare();
        byte[]? before = null;
        run.Spoil = answer => before ??= answer;
        var outcomes = Enumerable.Range(0, 100).Select(_ => run.Measure()).ToList();
        outcomes.ShouldContain(Outcome.Correct);
        outcomes.ShouldContain(Outcome.WrongAnswer);
    }

    [Fact]
    public void Shares_load_all_keys_between_them()
    {
        var settings = SocketlessRun.Settings(workload, ("keys", 101));
        using var service = workload.CreateService(settings, SilentEventSink.Instance);
        var runs = Enumerable.Range(0, 3).Select(i => new SocketlessRun(
            service, workload.CreatePopulation(settings, "get", new PopulationShare(i, 3), seed: 1))).ToList();
        foreach (var run in runs) run.Prepare();
        foreach (var run in runs)
        {
            for (var i = 0; i < 300; i++) run.Measure().ShouldBe(Outcome.Correct);
        }
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(90, 850, 950)]
    [InlineData(100, 1000, 1000)]
    public void The_mixed_stage_reads_as_often_as_it_is_told_to(int share, int fewest, int most)
    {
        var (run, _) = Run("mixed", ("keys", 10), ("get-share", share));
        run.Prepare();
        var gets = Enumerable.Range(0, 1000).Count(_ =>
        {
            run.Measure().ShouldBe(Outcome.Correct);
            return string.Equals(workload.OperationTypes[run.LastOperationType], "get", StringComparison.Ordinal);
        });
        gets.ShouldBeInRange(fewest, most);
    }

    /// <summary>An operation that is answered so is wrong, and those after it are right again.</summary>
    protected void ShouldBeWrong(string stage, string answer)
    {
        var (run, _) = Run(stage);
        run.Prepare();
        run.Spoil = _ => Encoding.ASCII.GetBytes(answer);
        run.Measure().ShouldBe(Outcome.WrongAnswer);
        run.Spoil = right => right;
        for (var i = 0; i < 10; i++) run.Measure().ShouldBe(Outcome.Correct);
    }

    /// <summary>Whatever the stage, all is right when nothing interferes.</summary>
    protected void ShouldBeRight(string stage, params (string Name, object Value)[] given)
    {
        var (run, population) = Run(stage, given);
        run.Prepare();
        population.NeedsPreparation.ShouldBeFalse();
        for (var i = 0; i < 200; i++) run.Measure().ShouldBe(Outcome.Correct);
    }

    /// <summary>Operations that are answered so are right and allocate nothing.</summary>
    protected void ShouldAllocateNothing(string stage, string answer, params (string Name, object Value)[] given)
    {
        var settings = SocketlessRun.Settings(workload, given);
        var client = workload.CreatePopulation(settings, stage, PopulationShare.Whole, seed: 1).CreateClient(0);
        ClientAllocation.LeastOf_bytes(client, Encoding.ASCII.GetBytes(answer)).ShouldBe(0);
    }

    private protected (SocketlessRun Run, IClientPopulation Population) Run(
        string stage, params (string Name, object Value)[] given)
    {
        var settings = SocketlessRun.Settings(workload, given);
        var population = workload.CreatePopulation(settings, stage, PopulationShare.Whole, seed: 1);
        return (new SocketlessRun(workload.CreateService(settings, SilentEventSink.Instance), population), population);
    }
}
