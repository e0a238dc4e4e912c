using System.Collections.Concurrent;
using LoadHarness.Cli;
using LoadHarness.Cli.Registry;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Torture.Crashes;

/// <summary>Real servers of the hash table, killed over and over under concurrent writes.</summary>
internal sealed class KillTorture : ITorture
{
    private const int Rounds = 1000;
    private const int MostPassings = 4;

    private readonly ConcurrentQueue<string> _losses = new();
    private readonly ConcurrentDictionary<string, int> _reached = new(StringComparer.Ordinal);
    private int _next = -1;
    private int _random;
    private int _faults;
    private long _acknowledged;

    /// <summary>The models that can serve one table: not those of several processes.</summary>
    public static IReadOnlyList<string> Models { get; } =
    [
        .. ModelRegistry.Default.All.Select(model => model.Name)
            .Where(name => !string.Equals(name, "prefork", StringComparison.Ordinal)),
    ];

    public string Name => "kills";

    public string Promise => "no kill -9 under load loses an acknowledged write";

    public TimeSpan Least => TimeSpan.FromSeconds(20);

    public IEnumerable<TortureFigure> Run(TortureBudget budget)
    {
        var program = ProgramCommand.Of(typeof(ExitCode).Assembly);
        var lanes = Enumerable.Range(0, Environment.ProcessorCount).Select(lane => new Thread(() =>
        {
            using var one = new KillLane(program, Path.Combine(budget.Folder, $"lane-{lane}"), (int)budget.Seed + lane);
            while (!budget.IsSpent && _losses.IsEmpty && Interlocked.Increment(ref _next) is < Rounds and var round)
                Round(one, round);
            if (one.CheckOnly(Models[0]) is { } loss) _losses.Enqueue(loss);
            Interlocked.Add(ref _acknowledged, one.Acknowledged);
        })).ToList();
        lanes.ForEach(lane => lane.Start());
        lanes.ForEach(lane => lane.Join());

        yield return new TortureFigure(
            $"rounds of kill -9 under 4 writers and restart, on {string.Join(", ", Models)}",
            SeedSweep.Number(_random + _faults));
        yield return new TortureFigure("of them at random moments", SeedSweep.Number(_random));
        yield return new TortureFigure("of them at named fault points", SeedSweep.Number(_faults));
        yield return new TortureFigure(
            "named fault points reached", $"{_reached.Count} of {FaultPoints.All.Count}");
        yield return new TortureFigure("writes acknowledged", SeedSweep.Number(_acknowledged));
        var example = _losses.TryPeek(out var first) ? $" ({first})" : "";
        yield return new TortureFigure(
            $"rounds with an acknowledged write lost or a write half there{example}",
            SeedSweep.Number(_losses.Count), "0", _losses.IsEmpty);
    }

    private void Round(KillLane lane, int round)
    {
        var model = Models[round % Models.Count];
        if (round % 2 == 0)
        {
            if (lane.KillAtRandom(model) is { } loss) _losses.Enqueue(loss);
            Interlocked.Increment(ref _random);
            return;
        }

        var (name, point) = FaultPoints.All[round / 2 % FaultPoints.All.Count];
        var passing = 1 + (round / 2 / FaultPoints.All.Count % MostPassings);
        if (lane.KillAt(model, point with { Passing = passing }) is { } fault) _losses.Enqueue($"{name}: {fault}");
        else _reached.AddOrUpdate(name, 1, (_, count) => count + 1);
        Interlocked.Increment(ref _faults);
    }
}
