using LoadHarness.Experiments.Running;
using LoadHarness.Experiments.Suts;
using LoadHarness.Tests.Experiments.Fakes;

namespace LoadHarness.Tests.Experiments.Running;

public sealed class CompilerRestTests
{
    private int _reads;

    [Fact]
    public void It_waits_until_nothing_is_compiled_for_three_looks()
    {
        CompilerRest.Await(Telling(5, 6, 6, 6, 8, 8), Harness(7), default);

        // The first look, five that differ or count anew, three that are the same.
        _reads.ShouldBe(8);
    }

    [Fact]
    public void The_harness_alone_is_waited_for_beside_a_server_that_does_not_tell()
    {
        var looks = 0;

        CompilerRest.Await(
            Telling(-1), new FakeSuts { HarnessUsage = () => new() { CompiledMethods = Math.Min(++looks, 4) } },
            default);

        looks.ShouldBe(7);
    }

    [Fact]
    public void Nobody_is_waited_for_where_nobody_tells()
    {
        CompilerRest.Await(Telling(-1), Harness(-1), default);

        _reads.ShouldBe(1);
    }

    [Fact]
    public void The_end_of_the_run_ends_the_wait()
    {
        using var ended = new CancellationTokenSource();
        ended.Cancel();

        CompilerRest.Await(Telling(1, 2, 3, 4, 5), Harness(7), ended.Token);

        _reads.ShouldBe(1);
    }

    private static FakeSuts Harness(long compiled) =>
        new() { HarnessUsage = () => new UsageSample { CompiledMethods = compiled } };

    private FakeSuts.Sut Telling(params long[] compiled) =>
        new("m", () => new UsageSample { CompiledMethods = compiled[Math.Min(_reads++, compiled.Length - 1)] });
}
