using LoadHarness.Analysis.Findings;

namespace LoadHarness.Report.Sentences;

/// <summary>
/// Words findings: which topic each belongs to and how findings of one kind are said together,
/// without any markup but names between backticks.
/// </summary>
public static class FindingWords
{
    private static readonly Dictionary<FindingCode,
        (Topic Topic, Func<IReadOnlyList<Finding>, string> Word)> _words = new()
        {
            [FindingCode.LevelsOut] = (Topic.Sum, VerdictWords.LevelsOut),
            [FindingCode.Falls] = (Topic.Sum, Each(VerdictWords.Falls)),
            [FindingCode.StillRising] = (Topic.Sum, Each(VerdictWords.StillRising)),
            [FindingCode.ClientLimited] = (Topic.Sum, VerdictWords.ClientLimited),
            [FindingCode.Held] = (Topic.Sum, HoldWords.Held),
            [FindingCode.Undecided] = (Topic.Sum, VerdictWords.Undecided),
            [FindingCode.UnfairClients] = (Topic.IndividualClients, Each(LoadWords.UnfairClients)),
            [FindingCode.OperationsDiffer] = (Topic.OperationTypes, Each(ModelWords.OperationsDiffer)),
            [FindingCode.LawChosen] = (Topic.MoreClients, LawWords.LawsChosen),
            [FindingCode.LatencyGrows] = (Topic.MoreClients, LoadWords.LatencyGrows),
            [FindingCode.OverheadRising] = (Topic.MoreClients, LoadWords.OverheadRising),
            [FindingCode.WakeUpsAmortised] = (Topic.MoreClients, LoadWords.WakeUpsAmortised),
            [FindingCode.GroupCommit] = (Topic.MoreClients, LoadWords.GroupCommit),
            [FindingCode.HoldsUnderOverload] = (Topic.MoreClients, OverloadWords.Holds),
            [FindingCode.FallsUnderOverload] = (Topic.MoreClients, Each(OverloadWords.Falls)),
            [FindingCode.RecoversFromOverload] = (Topic.MoreClients, OverloadWords.Recovers),
            [FindingCode.DoesNotRecover] = (Topic.MoreClients, Each(OverloadWords.DoesNotRecover)),
            [FindingCode.OverloadUndecided] = (Topic.MoreClients, Each(OverloadWords.Undecided)),
            [FindingCode.LatencyAtLoad] = (Topic.OfferedLoad, Each(OpenWords.LatencyAtLoad)),
            [FindingCode.RateNotReached] = (Topic.OfferedLoad, Each(OpenWords.RateNotReached)),
            [FindingCode.Linearizable] = (Topic.Correctness, Each(HistoryWords.Linearizable)),
            [FindingCode.NotLinearizable] = (Topic.Correctness, Each(HistoryWords.NotLinearizable)),
            [FindingCode.LinearizabilityUndecided] = (Topic.Correctness, Each(HistoryWords.Undecided)),
            [FindingCode.SutCpuBound] = (Topic.Limits, LimitWords.SutCpuBound),
            [FindingCode.SingleThreadLimit] = (Topic.Limits, Each(LimitWords.SingleThreadLimit)),
            [FindingCode.FlushBound] = (Topic.Limits, LimitWords.FlushBound),
            [FindingCode.GcBound] = (Topic.Limits, Each(LimitWords.GcBound)),
            [FindingCode.Compiling] = (Topic.Limits, Each(LimitWords.Compiling)),
            [FindingCode.CpuShared] = (Topic.Limits, Each(WaitWords.CpuShared)),
            [FindingCode.LockBound] = (Topic.Limits, Each(WaitWords.LockBound)),
            [FindingCode.PoolStarved] = (Topic.Limits, Each(WaitWords.PoolStarved)),
            [FindingCode.MemoryShort] = (Topic.Limits, Each(WaitWords.MemoryShort)),
            [FindingCode.ConnectionsDropped] = (Topic.Limits, Each(WaitWords.ConnectionsDropped)),
            [FindingCode.SegmentsSentAgain] = (Topic.Limits, Each(WaitWords.SegmentsSentAgain)),
            [FindingCode.UnevenWorkers] = (Topic.IndividualClients, Each(WaitWords.UnevenWorkers)),
            [FindingCode.CheckpointCost] = (Topic.Limits, LimitWords.CheckpointCost),
            [FindingCode.SteadyOverTime] = (Topic.OverTime, Each(StabilityWords.Steady)),
            [FindingCode.GrowsOverTime] = (Topic.OverTime, Each(StabilityWords.Grows)),
            [FindingCode.GrowthUndecided] = (Topic.OverTime, Each(StabilityWords.Undecided)),
            [FindingCode.DelayedAcknowledgement] = (Topic.Limits, Each(LimitWords.DelayedAcknowledgement)),
            [FindingCode.Unexplained] = (Topic.Limits, LimitWords.Unexplained),
            [FindingCode.ModelsDiffer] = (Topic.Models, Each(ModelWords.ModelsDiffer)),
            [FindingCode.ModelsAlike] = (Topic.Models, Each(ModelWords.ModelsAlike)),
            [FindingCode.ModelDifferenceCause] = (Topic.Models, ModelWords.Causes),
            [FindingCode.ServerIsLimit] = (Topic.Trust, CauseWords.ServerIsLimit),
            [FindingCode.LimitUndecided] = (Topic.Trust, Each(CauseWords.Undecided)),
            [FindingCode.DisturbedWindows] = (Topic.Trust, Each(TrustWords.DisturbedWindows)),
            [FindingCode.ErrorsSeen] = (Topic.Trust, Each(TrustWords.ErrorsSeen)),
            [FindingCode.LevelsNotValid] = (Topic.Trust, TrustWords.LevelsNotValid),
            [FindingCode.RunInterrupted] = (Topic.Trust, Each(TrustWords.RunInterrupted)),
            [FindingCode.NoisyStarts] = (Topic.Trust, TrustWords.NoisyStarts),
            [FindingCode.SingleStart] = (Topic.Trust, Each(TrustWords.SingleStart)),
            [FindingCode.DamagedFiles] = (Topic.Trust, Each(TrustWords.DamagedFiles)),
        };

    /// <summary>The topic of a finding.</summary>
    public static Topic TopicOf(Finding finding) => _words[finding.Code].Topic;

    /// <summary>Findings in sentences; those of one kind are said together, in the order in which kinds first
    /// appear.</summary>
    public static string Say(IEnumerable<Finding> findings) => string.Join(
        " ", findings.GroupBy(finding => finding.Code).Select(kind => _words[kind.Key].Word([.. kind]))
            .Where(text => text.Length > 0));

    private static Func<IReadOnlyList<Finding>, string> Each(Func<Finding, string> word) => findings =>
        string.Join(" ", findings.Select(word));
}
