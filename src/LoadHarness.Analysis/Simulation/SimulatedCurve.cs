using LoadHarness.Analysis.Ladders;
using LoadHarness.Analysis.Windows;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Simulation;

/// <summary>
/// One start of a made-up server whose throughput at every level is known: walks the ladder as an experiment would.
/// </summary>
/// <param name="truth">Throughput by clients, operations/s.</param>
/// <param name="noise">How windows scatter.</param>
/// <param name="seed">Seed of all scatter.</param>
public sealed class SimulatedCurve(Func<int, double> truth, WindowNoise noise, int seed)
{
    private readonly Random _random = new(seed);
    private double _start = double.NaN;

    /// <summary>A start whose windows are independent.</summary>
    /// <param name="truth">Throughput by clients, operations/s.</param>
    /// <param name="cv">Coefficient of variation of the windows of a level.</param>
    /// <param name="seed">Seed of all scatter.</param>
    public SimulatedCurve(Func<int, double> truth, double cv, int seed) : this(truth, new WindowNoise(cv), seed)
    {
    }

    /// <summary>What the checks say of a level, by clients.</summary>
    public Func<int, LevelValidity> Validity { get; init; } = _ => LevelValidity.Valid;

    /// <summary>The levels visited, in order of time.</summary>
    public List<LevelPoint> Visits { get; } = [];

    /// <summary>What the ladder said last.</summary>
    public LadderDecision? Last { get; private set; }

    /// <summary>Walks until the ladder stops.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="mostVisits">A limit that must never be reached.</param>
    /// <exception cref="InvalidOperationException">It was reached.</exception>
    public SimulatedCurve Walk(MeasuringRules rules, int mostVisits = 200)
    {
        while (Visits.Count < mostVisits)
        {
            Last = Ladder.Next(rules, Visits);
            if (Last.Stop) return this;
            Visits.Add(Visit(rules, Last.Phase, Last.Clients));
        }

        throw new InvalidOperationException("the ladder did not end");
    }

    /// <summary>Measures one level for as long as an experiment would.</summary>
    public LevelPoint Visit(MeasuringRules rules, LevelPhase phase, int clients)
    {
        if (double.IsNaN(_start)) _start = noise.Start(_random);
        var windows = new List<WindowSample>();
        foreach (var factor in noise.Factors(_random))
        {
            windows.Add(new WindowSample(Math.Max(0, truth(clients) * _start * factor)));
            if (WindowPolicy.Decide(rules, phase, windows).Enough) break;
        }

        var states = WindowSelection.Select(rules, windows).States;
        var kept = windows.Where((_, i) => states[i] == WindowState.Kept).Select(w => w.Throughput_per_s).ToList();
        return new LevelPoint(clients, phase, kept, Validity(clients));
    }
}
