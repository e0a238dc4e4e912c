using LoadHarness.Contracts.Measuring;

namespace LoadHarness.Torture.Attacks;

/// <summary>What innocent clients saw beside an attack, and what it cost the server.</summary>
internal sealed record AttackOutcome
{
    /// <summary>How long their operations took.</summary>
    public LatencyHistogram Latencies { get; } = new();

    /// <summary>Their operations that failed.</summary>
    public long Failed { get; set; }

    /// <summary>Why the last one failed.</summary>
    public string LastFailure { get; set; } = "";

    /// <summary>Most connections that the attackers held.</summary>
    public int Held { get; set; }

    /// <summary>Connections that the attackers made.</summary>
    public long Connects { get; set; }

    /// <summary>How long the attack went on, s.</summary>
    public double Length_s { get; set; }

    /// <summary>Growth of the server's resident memory during the attack, bytes.</summary>
    public long Grown_bytes { get; set; }

    /// <summary>Adds what one innocent client saw.</summary>
    public void Add(Innocent innocent)
    {
        Latencies.Add(innocent.Latencies);
        Failed += innocent.Failed;
        if (innocent.LastFailure is { } failure) LastFailure = failure.Message;
    }
}
