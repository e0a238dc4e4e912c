using LoadHarness.Experiments.Running;
using LoadHarness.Experiments.Suts;
using LoadHarness.Tests.Experiments.Fakes;

namespace LoadHarness.Tests.Experiments.Running;

public sealed class EarlierClientsTests
{
    private int _reads;

    [Fact]
    public void It_waits_until_only_idle_connections_are_open()
    {
        EarlierClients.Await(Telling(9, 4, 3, 2), idle: 3, default);

        _reads.ShouldBe(3);
    }

    [Fact]
    public void A_server_that_does_not_tell_is_not_waited_for()
    {
        EarlierClients.Await(Telling(-1), idle: 0, default);

        _reads.ShouldBe(1);
    }

    [Fact]
    public void The_end_of_the_run_ends_the_wait()
    {
        using var ended = new CancellationTokenSource();
        ended.Cancel();

        EarlierClients.Await(Telling(7), idle: 0, ended.Token);

        _reads.ShouldBe(1);
    }

    private FakeSuts.Sut Telling(params int[] open) =>
        new("m", () => new UsageSample { OpenConnections = open[Math.Min(_reads++, open.Length - 1)] });
}
