namespace LoadHarness.Results;

/// <summary>Something that happened: a row of events.csv.</summary>
public sealed record EventRow
{
    /// <summary>Time relative to the run's start, s.</summary>
    public double Time_s { get; init; }

    /// <summary>Server model concerned, or empty.</summary>
    public string Model { get; init; } = "";

    /// <summary>Repetition concerned.</summary>
    public int Repetition { get; init; }

    /// <summary>
    /// <c>sut-started</c>, <c>sut-stopped</c>, <c>checkpoint</c>, <c>interrupted</c>, <c>budget-spent</c>…
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>Length, ms; 0 for a moment.</summary>
    public double Length_ms { get; init; }

    /// <summary>How many things it concerned.</summary>
    public long Count { get; init; }

    /// <summary>One line for people.</summary>
    public string Detail { get; init; } = "";
}
