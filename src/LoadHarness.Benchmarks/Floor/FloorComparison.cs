using System.Globalization;
using BenchmarkDotNet.Loggers;
using LoadHarness.Platform.Network;

namespace LoadHarness.Benchmarks.Floor;

/// <summary>
/// Compares the engine's loops with a minimal C epoll client in operations per CPU second of the generator, against
/// the same C server. Rounds are interleaved and ratios paired within a round, so that a machine that slows down
/// slows all of them.
/// </summary>
internal static class FloorComparison
{
    private const int DefaultRounds = 7;

    private static readonly ILogger _log = ConsoleLogger.Default;

    private static readonly string[] _loops = [NetworkLoops.Epoll, NetworkLoops.IoUring];

    /// <summary>Runs it: <c>floor FOLDER [ROUNDS [CONNECTIONS…]]</c>.</summary>
    /// <returns>0, or 2 when it cannot run.</returns>
    public static int Run(string[] arguments)
    {
        if (arguments.Length == 0 || !File.Exists(Path.Combine(arguments[0], "client")))
        {
            _log.WriteLineError("usage: floor FOLDER [ROUNDS [CONNECTIONS...]]; 'make peers-floor' builds FOLDER");
            return 2;
        }

        var numbers = arguments.Skip(1).Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToList();
        var rounds = numbers.Count > 0 ? numbers[0] : DefaultRounds;
        var levels = numbers.Count > 1 ? numbers[1..] : [16, 64, 256, 1024];
        using var server = new FloorServer(arguments[0], cpu: 0);
        var generators = new FloorGenerators(arguments[0], server.Endpoint, Environment.ProcessorCount > 1 ? 1 : 0);
        Warm(generators);
        _log.WriteLine("| connections | C floor, operations per CPU s | "
            + string.Join(" | ", _loops.Select(loop => loop + " / floor, median (range)")) + " |");
        _log.WriteLine("| --- | --- | " + string.Join(" | ", _loops.Select(_ => "---")) + " |");
        foreach (var connections in levels) _log.WriteLine(Compare(generators, connections, rounds));
        return 0;
    }

    /// <summary>Lets the runtime compile what it will measure.</summary>
    private static void Warm(FloorGenerators generators)
    {
        foreach (var loop in _loops)
        {
            for (var i = 0; i < 2; i++) generators.MeasureEngine(loop, connections: 64);
        }
    }

    private static string Compare(FloorGenerators generators, int connections, int rounds)
    {
        var floor = new List<double>();
        var ratios = _loops.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            var rates = new double[_loops.Length];
            // Who comes first changes from round to round.
            for (var turn = 0; turn <= _loops.Length; turn++)
            {
                var next = (turn + round) % (_loops.Length + 1);
                if (next == _loops.Length) floor.Add(generators.MeasureFloor(connections).Rate);
                else rates[next] = generators.MeasureEngine(_loops[next], connections).Rate;
            }

            for (var i = 0; i < rates.Length; i++) ratios[i].Add(rates[i] / floor[^1]);
        }

        return string.Create(CultureInfo.InvariantCulture, $"| {connections} | {Median(floor):F0} | ")
            + string.Join(" | ", ratios.Select(Words)) + " |";
    }

    private static string Words(List<double> ratios) => string.Create(
        CultureInfo.InvariantCulture, $"{Median(ratios):F2} ({ratios.Min():F2}–{ratios.Max():F2})");

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
