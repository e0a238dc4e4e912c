namespace LoadHarness.Torture.Attacks.Victims;

/// <summary>A service as its attackers and its innocent clients know it.</summary>
internal sealed record Victim
{
    /// <summary>Name of the workload.</summary>
    public required string Workload { get; init; }

    /// <summary>How it is served.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>One whole request; empty where a bare connect is answered.</summary>
    public byte[] Request { get; init; } = [];

    /// <summary>The beginning of a request that never ends, and what it goes on with for ever.</summary>
    public byte[] Endless { get; init; } = [];

    /// <summary>See <see cref="Endless"/>; empty where nothing more can be sent without ending the request.</summary>
    public byte[] Filler { get; init; } = [];

    /// <summary>One whole request with a large answer, as far as there is one.</summary>
    public byte[] Large { get; init; } = [];

    /// <summary>What is made to hurt this protocol.</summary>
    public IReadOnlyList<byte[]> Poisons { get; init; } = [];

    /// <summary>One whole request that takes far more to answer than to ask, if there is one.</summary>
    public byte[] Costly { get; init; } = [];

    /// <summary>True where every byte is a request that takes its time.</summary>
    public bool TakesEveryByte { get; init; }

    /// <summary>What an innocent client does before the attack; for large answers, among other things.</summary>
    public Action<InnocentSocket> Prepare { get; init; } = static _ => { };

    /// <summary>One operation of an innocent client, with its number; throws when the answer is wrong.</summary>
    public required Action<InnocentSocket, int> Operation { get; init; }

    /// <summary>True when operations follow one another on a connection, false when each needs a new one.</summary>
    public bool KeepsConnection { get; init; } = true;

    /// <inheritdoc/>
    public override string ToString() => Workload;
}
