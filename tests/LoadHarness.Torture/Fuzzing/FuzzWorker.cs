using LoadHarness.Contracts.Randomness;
using LoadHarness.Contracts.Time;

namespace LoadHarness.Torture.Fuzzing;

/// <summary>Fuzzes all parsers on one thread, each for the same time, in turns.</summary>
internal sealed class FuzzWorker
{
    private const long Turn_ns = 20_000_000;
    private const int InputsBetweenLooks = 8;

    private readonly TortureBudget _budget;
    private readonly Action<FuzzFailure> _failed;
    private readonly HashSet<string> _broken = new(StringComparer.Ordinal);
    private long _number;

    /// <summary>Prepares it.</summary>
    /// <param name="budget">How long.</param>
    /// <param name="stream">Number of the worker: each has a seed of its own.</param>
    /// <param name="failed">Told of the first failure of each parser.</param>
    public FuzzWorker(TortureBudget budget, int stream, Action<FuzzFailure> failed)
    {
        _budget = budget;
        _failed = failed;
        var seed = SplitMix64.At(budget.Seed, (ulong)stream);
        Sessions = [.. FuzzTargets.All().Select((target, i) => new FuzzSession(target, SplitMix64.At(seed, (ulong)i)))];
    }

    /// <summary>One for each parser.</summary>
    public IReadOnlyList<FuzzSession> Sessions { get; }

    /// <summary>The session that is at work.</summary>
    public FuzzSession? Current { get; private set; }

    /// <summary>Goes up with every few inputs: a watch sees by it that something moves.</summary>
    public long Number => Volatile.Read(ref _number);

    /// <summary>Goes on until the time is used up.</summary>
    public void Run()
    {
        while (!_budget.IsSpent)
        {
            foreach (var session in Sessions)
            {
                if (!_budget.IsSpent) Turn(session);
            }
        }
    }

    /// <summary>A parser that has failed is left alone: the same failure again and again says no more.</summary>
    private void Turn(FuzzSession session)
    {
        if (_broken.Contains(session.Target.Name)) return;
        Current = session;
        for (var end_ns = MonotonicClock.Now_ns + Turn_ns; MonotonicClock.Now_ns < end_ns;)
        {
            for (var i = 0; i < InputsBetweenLooks; i++)
            {
                if (session.Next() is { } failure)
                {
                    _broken.Add(session.Target.Name);
                    _failed(failure);
                    return;
                }
            }

            Volatile.Write(ref _number, _number + 1);
        }
    }
}
