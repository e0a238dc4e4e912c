using System.Globalization;

namespace LoadHarness.Torture.Fuzzing;

/// <summary>Millions of inputs for every parser, on all CPUs.</summary>
internal sealed class FuzzTorture(TextWriter errors) : ITorture
{
    private const long Goal = 10_000_000;
    private const double GoalFrom_minutes = 4;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly List<FuzzFailure> _failures = [];

    /// <inheritdoc/>
    public string Name => "fuzz";

    /// <inheritdoc/>
    public string Promise => "no input makes a parser fail, hang or take memory without bound";

    /// <inheritdoc/>
    public TimeSpan Least => TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public IEnumerable<TortureFigure> Run(TortureBudget budget)
    {
        var workers = Enumerable.Range(0, Environment.ProcessorCount)
            .Select(stream => new FuzzWorker(budget, stream, Failed)).ToList();
        var hangs = Finish(workers);
        var sessions = workers.SelectMany(worker => worker.Sessions).ToList();
        foreach (var group in sessions.GroupBy(session => session.Target.Group, StringComparer.Ordinal))
            yield return new TortureFigure(Parsers(group), Whole(group.Sum(session => session.Inputs)));
        var inputs = sessions.Sum(session => session.Inputs);
        var isLong = budget.Span.TotalMinutes >= GoalFrom_minutes;
        yield return new TortureFigure(
            "inputs in all", Whole(inputs), isLong ? "10,000,000 or more" : "", !isLong || inputs >= Goal);
        yield return new TortureFigure("kinds of outcome met", Whole(sessions.Sum(session => session.Shapes)));
        yield return new TortureFigure("parsers that broke a promise", Whole(_failures.Count), "0",
            _failures.Count == 0);
        yield return new TortureFigure("inputs that took 10 s or longer", Whole(hangs), "0", hangs == 0);
    }

    /// <summary>
    /// Waits for the workers. One that does not get on is left behind, and its input told: a thread cannot be ended
    /// from outside.
    /// </summary>
    private int Finish(List<FuzzWorker> workers)
    {
        var threads = workers.ConvertAll(worker => new Thread(worker.Run, maxStackSize: 16 * 1024 * 1024)
        {
            IsBackground = true,
            Name = "fuzz",
        });
        threads.ForEach(thread => thread.Start());
        var hangs = 0;
        for (var i = 0; i < threads.Count; i++)
        {
            for (var seen = -1L; !threads[i].Join(_patience); seen = workers[i].Number)
            {
                if (workers[i].Number != seen) continue;
                hangs++;
                Hangs(workers[i]);
                break;
            }
        }

        return hangs;
    }

    private void Failed(FuzzFailure failure)
    {
        lock (_lock)
        {
            _failures.Add(failure);
            Tell(failure);
        }
    }

    private void Hangs(FuzzWorker worker)
    {
        if (worker.Current is not { Current: { } input } session) return;
        lock (_lock) Tell(new FuzzFailure(session.Target.Name, input, 0, session.Inputs, "it takes 10 s or longer"));
    }

    private void Tell(FuzzFailure failure)
    {
        errors.WriteLine(failure);
        errors.WriteLine($"the input is in {failure.Save(Path.Combine(Path.GetTempPath(), "loadharness-fuzz"))}");
    }

    private static string Parsers(IGrouping<string, FuzzSession> group)
    {
        var parsers = group.Select(session => session.Target.Name).Distinct(StringComparer.Ordinal).Count();
        return string.Create(CultureInfo.InvariantCulture, $"inputs for {group.Key}, {parsers} parsers");
    }

    private static string Whole(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
