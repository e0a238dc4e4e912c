namespace LoadHarness.Results;

/// <summary>Kinds of events that are read again, and not only shown.</summary>
public static class EventKind
{
    /// <summary>The first answer of a stage that was wrong or broken off; the detail begins with the stage.</summary>
    public const string FaultyAnswer = "faulty-answer";
}
