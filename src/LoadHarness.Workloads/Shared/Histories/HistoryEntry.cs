using LoadHarness.Contracts.Histories;

namespace LoadHarness.Workloads.Shared.Histories;

/// <summary>An operation as <see cref="HistoryRecorder"/> keeps it: 32 bytes.</summary>
internal struct HistoryEntry
{
    /// <summary>When it was sent, monotonic ns.</summary>
    internal long Call_ns;

    /// <summary>When its answer was there, monotonic ns; <see cref="KeyOperation.Unknown"/> before.</summary>
    internal long Return_ns;

    /// <summary>Written, seen or taken away.</summary>
    internal int Value;

    /// <summary>Number of the client.</summary>
    internal int Client;

    /// <summary>Number of the key.</summary>
    internal short Key;

    /// <summary>What it does.</summary>
    internal KeyOperationKind Kind;
}
