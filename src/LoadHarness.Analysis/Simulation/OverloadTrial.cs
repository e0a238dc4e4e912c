using LoadHarness.Analysis.Ladders;
using LoadHarness.Analysis.Levels;
using LoadHarness.Analysis.Overloads;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Simulation;

/// <summary>One made-up server, put under overload and let go again as an experiment would.</summary>
/// <param name="Truth">Throughput by clients, operations/s, before and under overload.</param>
/// <param name="Share">What is left of it after the overload, as a share.</param>
internal sealed record OverloadTrial(Func<int, double> Truth, double Share)
{
    private const int Clients = 8;
    private const int OverloadClients = Clients * OverloadLevels.Factor;

    /// <summary>What is said of it.</summary>
    public OverloadAnalysis Read(WindowNoise noise, MeasuringRules rules, int seed)
    {
        var (before, after) =
            (new SimulatedCurve(Truth, noise, seed), new SimulatedCurve(n => Share * Truth(n), noise, -seed));
        var visits = Rungs.Of(rules).Take(rules.MinLevels)
            .Select(clients => before.Visit(rules, LevelPhase.Ladder, clients))
            .Append(before.Visit(rules, LevelPhase.Recovery, Clients))
            .Append(before.Visit(rules, LevelPhase.Overload, OverloadClients))
            .Append(after.Visit(rules, LevelPhase.Recovery, Clients));
        return OverloadReader.Of(rules, [.. visits.Select((visit, sequence) => Stored(rules, visit, sequence))]);
    }

    private static LevelVisit Stored(MeasuringRules rules, LevelPoint visit, int sequence)
    {
        var key = new RunKey("", "", "", 0, visit.Phase, visit.Clients, sequence);
        var total = new LevelRow { Key = key, Operation = "", Validity = visit.Validity.ToText() };
        return new LevelVisit
        {
            Key = key,
            Total = total,
            ByOperation = [total],
            Clients = [],
            Windows =
            [
                .. visit.Windows_per_s.Select((throughput_per_s, window) => new WindowRow
                {
                    Key = key,
                    Window = window,
                    Length_s = rules.Window_s,
                    Operations = (long)Math.Round(throughput_per_s * rules.Window_s),
                    LatencyMean_us = 1e6 * visit.Clients / throughput_per_s,
                }),
            ],
        };
    }
}
