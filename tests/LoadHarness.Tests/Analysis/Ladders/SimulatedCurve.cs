using LoadHarness.Analysis.Ladders;
using LoadHarness.Analysis.Windows;
using LoadHarness.Results;
using MathNet.Numerics.Distributions;

namespace LoadHarness.Tests.Analysis.Ladders;

/// <summary>
/// A made-up server whose throughput at every level is known: walks the ladder as an experiment would.
/// </summary>
internal sealed class SimulatedCurve(Func<int, double> truth, double cv, int seed, double startCv = 0)
{
    private readonly Random _random = new(seed);

    public Func<int, LevelValidity> Validity { get; init; } = _ => LevelValidity.Valid;

    public List<LevelPoint> Visits { get; } = [];

    public LadderDecision? Last { get; private set; }

    /// <summary>Walks until the ladder stops, or a limit that must never be reached.</summary>
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

    public LevelPoint Visit(MeasuringRules rules, LevelPhase phase, int clients)
    {
        var level = truth(clients) * (1 + startCv * Normal.Sample(_random, 0, 1));
        var windows = new List<WindowSample>();
        do
        {
            windows.Add(new WindowSample(Math.Max(0, level * (1 + cv * Normal.Sample(_random, 0, 1)))));
        }
        while (!WindowPolicy.Decide(rules, phase, windows).Enough);

        var states = WindowSelection.Select(rules, windows).States;
        var kept = windows.Where((_, i) => states[i] == WindowState.Kept).Select(w => w.Throughput_per_s).ToList();
        return new LevelPoint(clients, phase, kept, Validity(clients));
    }
}
