namespace LoadHarness.Analysis.Peers;

/// <summary>Whether a goal was met.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Best">The ratio of our better loop; null when it was not measured.</param>
public sealed record PeerVerdict(PeerGoal Goal, PeerRatio? Best)
{
    /// <summary>Null when it was not measured.</summary>
    public bool? IsMet => Best is null ? null : Best.Median >= Goal.AtLeast;
}
