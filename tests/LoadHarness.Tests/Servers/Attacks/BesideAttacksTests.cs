using LoadHarness.Cli.Registry;
using LoadHarness.Servers;
using LoadHarness.Tests.Servers.Fakes;
using LoadHarness.Torture.Attacks;
using LoadHarness.Torture.Attacks.Victims;

namespace LoadHarness.Tests.Servers.Attacks;

/// <summary>Every model with every service under every attack.</summary>
public sealed class BesideAttacksTests
{
    private const int Operations = 20;
    private const int Strength = 4;
    private const ulong Seed = 7;

    private static readonly string[] _limited = ["sequential", "thread-pool"];

    public static TheoryData<string, string> Concurrent() => Pairs(isLimited: false);

    public static TheoryData<string, string> Limited() => Pairs(isLimited: true);

    [Theory]
    [MemberData(nameof(Concurrent))]
    public void Nobody_else_is_stalled_by_any_attack(string model, string workload)
    {
        var victim = VictimOf(workload);
        // Time stands still: whoever holds a connection holds it as long as it likes.
        var options = new ServerOptions { Time = new ManualTime() };
        using var server = new AttackedServer(ModelRegistry.Default.Find(model)!, victim, options);
        using var innocent = new Innocent(server.Endpoint, victim);
        innocent.Prepare();
        foreach (var attack in AllAttacks.List)
        {
            using var siege = attack.Begin(server.Endpoint, victim, Strength, Seed);
            for (var i = 0; i < Operations; i++)
                innocent.Try().ShouldBeTrue($"{attack.Name}: {innocent.LastFailure}");
        }

        innocent.Leave();
        server.AllAreGone();
    }

    [Theory]
    [MemberData(nameof(Limited))]
    public void Where_connections_wait_for_one_another_the_timeouts_bound_the_stall(string model, string workload)
    {
        var victim = VictimOf(workload);
        var time = new ManualTime();
        var options = new ServerOptions
        {
            Time = time,
            CheckInterval = TimeSpan.FromMilliseconds(5),
            ModelOptions = Few(model),
        };
        using var server = new AttackedServer(ModelRegistry.Default.Find(model)!, victim, options);
        using var innocent = new Innocent(server.Endpoint, victim);
        innocent.Prepare();
        foreach (var attack in AllAttacks.List.Where(attack => !attack.IsUseWhereOthersWait))
        {
            using var siege = attack.Begin(server.Endpoint, victim, strength: 2, Seed);
            var before = innocent.Completed;
            var served = new Thread(() =>
            {
                // It may lose its connection itself: beside it, time flies.
                while (innocent.Completed < before + 3) innocent.Try();
                innocent.Leave();
            })
            { IsBackground = true };
            served.Start();
            Eventually.Seen(
                () =>
                {
                    time.Advance(TimeSpan.FromMinutes(11));
                    return (IsServed: served.Join(TimeSpan.FromMilliseconds(20)), innocent.LastFailure);
                },
                seen => seen.IsServed, $"somebody else is served beside {attack.Name}");
        }

        Eventually.Is(
            () =>
            {
                time.Advance(TimeSpan.FromMinutes(11));
                return server.OpenCount;
            },
            0, "no connection is open");
        server.AllAreGone();
    }

    private static TheoryData<string, string> Pairs(bool isLimited)
    {
        var data = new TheoryData<string, string>();
        foreach (var model in ModelRegistry.Default.All)
        {
            if (model.IsSpreadOverProcesses || _limited.Contains(model.Name, StringComparer.Ordinal) != isLimited)
                continue;
            foreach (var victim in AllVictims.List)
            {
                var workload = WorkloadRegistry.Default.Find(victim.Workload)!;
                if (ModelSettings.Refusal(model, workload) is null) data.Add(model.Name, victim.Workload);
            }
        }

        return data;
    }

    private static Victim VictimOf(string workload) =>
        AllVictims.List.Single(victim => string.Equals(victim.Workload, workload, StringComparison.Ordinal));

    private static Dictionary<string, string> Few(string model) => model is "thread-pool"
        ? new(StringComparer.Ordinal) { ["workers"] = "2", ["queue"] = "0" }
        : new(StringComparer.Ordinal);
}
