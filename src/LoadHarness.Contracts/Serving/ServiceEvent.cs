namespace LoadHarness.Contracts.Serving;

/// <summary>An event of a service with its time and size.</summary>
/// <param name="Kind">A short name in lower case, e.g. <c>checkpoint</c>, <c>replay</c>, <c>torn-tail</c>.</param>
/// <param name="Start_ns">Start on the monotonic clock.</param>
/// <param name="Duration_ns">Length; 0 for a moment.</param>
/// <param name="Count">How many things it concerned, e.g. entries written.</param>
/// <param name="Detail">One line for people, or empty.</param>
public readonly record struct ServiceEvent(
    string Kind, long Start_ns, long Duration_ns, long Count, string Detail = "");
