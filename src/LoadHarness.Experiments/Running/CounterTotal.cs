using LoadHarness.Experiments.Suts;

namespace LoadHarness.Experiments.Running;

/// <summary>Adds up what one counter grew by in the engine runs of a level.</summary>
/// <param name="of">The counter; negative when it is unknown.</param>
internal sealed class CounterTotal(Func<UsageSample, long> of)
{
    /// <summary>The sum; −1 from the first run on in which it was unknown or went back.</summary>
    public long Value { get; private set; }

    /// <summary>The same of a counter of ns, s; NaN when unknown.</summary>
    public double Value_s => Value < 0 ? double.NaN : Value / 1e9;

    /// <summary>Adds one engine run.</summary>
    public void Add(UsageSample before, UsageSample after)
    {
        var (from, to) = (of(before), of(after));
        Value = Value < 0 || from < 0 || to < from ? -1 : Value + to - from;
    }
}
