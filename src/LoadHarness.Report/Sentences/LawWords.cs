using LoadHarness.Analysis.Findings;
using LoadHarness.Analysis.Laws;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Sentences;

/// <summary>Words which law throughput follows.</summary>
internal static class LawWords
{
    /// <summary>A typical residual from which on no law is said to fit. A choice of ours.</summary>
    private const double Poor = 0.05;

    /// <summary>The law in a sentence, and what it rests on in another.</summary>
    public static string LawChosen(Finding f)
    {
        if (f.Notes.Count == 0 || !Enum.TryParse<LawKind>(f.Notes[0], out var kind))
            return $"Which law {Phrase.Models(f)} follows is not known.";
        var residual = f.Number("residual_share");
        if (residual >= Poor)
        {
            return $"No law fits {Phrase.Models(f)}: {Levels(f)} lie {Words.Share(residual)} from the best of four, "
                + $"{Name(kind)}.";
        }

        var isClear = f.Notes.Count < 2;
        return $"Throughput of {Phrase.Models(f)} {(isClear ? "follows" : "is described best by")} {Law(f, kind)}. "
            + Basis(f);
    }

    private static string Law(Finding f, LawKind kind) => kind switch
    {
        LawKind.Hinge => $"a hinge: {PerClient(f)} for each client up to {Knee(f)}, then {Ceiling(f)} however many "
            + "there are",
        LawKind.SmoothHinge => $"a hinge with a rounded corner: {PerClient(f)} for each of few clients, at most "
            + $"{Ceiling(f)} for many; the two meet at {Knee(f)}",
        LawKind.Contention => $"the law of contention: as if {Words.Share(f.Number("contention_share"))} of each "
            + $"operation were done one at a time, so that throughput nears {Ceiling(f)}",
        _ => $"the universal scalability law: {Words.Share(f.Number("contention_share"))} of each operation is done "
            + $"one at a time and every further client costs the others time, so that throughput is highest, "
            + $"{Ceiling(f)}, at {Knee(f)} and falls behind it",
    };

    private static string PerClient(Finding f) => Words.Rate(f.Number("per_client_per_s"));

    private static string Knee(Finding f)
    {
        var knee = Of(f, "knee_clients", "knee_low", "knee_high");
        return IntervalText.Ratio(knee) + " clients";
    }

    private static string Ceiling(Finding f) =>
        $"{Words.Rate(f.Number("ceiling_per_s"))} "
        + Phrase.IntervalOf(f, "ceiling_per_s", "ceiling_low_per_s", "ceiling_high_per_s");

    private static string Basis(Finding f)
    {
        var text = $"Chosen among four laws on {Levels(f)} with weight {NumberText.Digits(f.Number("weight"), 2)} of 1"
            + $"{Rival(f)}; the levels lie {Words.Share(f.Number("residual_share"))} from it.";
        var beyond = f.Number("levels_beyond_knee");
        if (beyond >= LawReading.FewestBeyondKnee) return text;
        return text + (beyond == 0
            ? " No level lies beyond that point: what happens there is an extrapolation."
            : $" Only {Words.Plural(beyond, "level")} {(beyond == 1 ? "lies" : "lie")} beyond that point.");
    }

    private static string Levels(Finding f) =>
        $"levels of {NumberText.Count((long)f.Number("from_clients"))} to {Phrase.Clients(f, "to_clients")}";

    private static string Rival(Finding f) => f.Notes.Count < 2 ? ""
        : $", which does not exclude {Name(Enum.Parse<LawKind>(f.Notes[1]))} "
            + $"({NumberText.Digits(f.Number("rival_weight"), 2)})";

    private static string Name(LawKind kind) => kind switch
    {
        LawKind.Hinge => "a hinge",
        LawKind.SmoothHinge => "a hinge with a rounded corner",
        LawKind.Contention => "the law of contention",
        _ => "the universal scalability law",
    };

    private static Interval Of(Finding f, string estimate, string low, string high) =>
        new(f.Number(estimate), f.Number(low), f.Number(high), 0, IntervalBasis.Bootstrap);
}
