using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Laws;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Report.Sentences;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Tables;

/// <summary>The law of each curve that has one, with its parameters and how far to rely on it.</summary>
internal static class LawTable
{
    /// <summary>Explains the columns.</summary>
    public const string Legend =
        "Four laws are fitted to the levels of the first start, and the one that is best by AICc is named. Weight: how "
            + "likely it is to be the best of the four (Akaike), 0 to 1. Hinge: each client gets g operations/s up to "
            + "N* clients; from there on the sum is X_max, however many there are. Rounded hinge: the same with a "
            + "corner that is the sharper the larger p is. Contention: a share a of each operation is done one at a "
            + "time, so that throughput nears X_max. Universal: besides, every pair of clients costs a share b of an "
            + "operation, so that throughput is highest at N* and falls behind it. Distance: how far the levels "
            + "typically lie from the law; from 5 % on it fits badly. In brackets: 95 % intervals from levels and "
            + "windows drawn anew 200 times; > stands for clients beyond the levels measured.";

    /// <summary>Builds the table; without rows where no curve has enough levels.</summary>
    public static ReportTable Of(ReportPart part) => ReportTable.Of(
        part.Stages.SelectMany(stage => part.Models.Select(model => part.Curve(model, stage)).OfType<CurveAnalysis>())
            .Where(curve => curve.Law is not null)
            .Select(curve => (curve.Key, Law: curve.Law!, curve.Law!.Choice.Best)),
        new("Operation", false, row => row.Key.Stage),
        new("Model", false, row => Words.Name(row.Key.Model)),
        new("Law", false, row => LawWords.Short(row.Best.Kind)),
        new("Weight", true, row => NumberText.Plain(row.Law.Choice.BestWeight, 2)),
        new("Parameters", false, row => string.Join("; ", row.Law.Spread.Parameters.Select(Parameter)
            .Where(text => text.Length > 0))),
        new("N*, clients", true, row => Knee(row.Law)),
        new("X_max, operations/s", true, row => IntervalText.Rate(row.Law.Spread.Ceiling_per_s)),
        new("Fitted to clients", true, row => $"{NumberText.Count(row.Law.FromClients)} – "
            + NumberText.Count(row.Law.ToClients)),
        new("Distance", true, row => Words.Share(row.Best.TypicalResidual)),
        new("Reliability", false, row => Reliability(row.Law)));

    /// <summary>N* has a column of its own.</summary>
    private static string Parameter(ParameterSpread parameter) => parameter.Symbol switch
    {
        "N*" => "",
        "g" => "g = " + IntervalText.Rate(parameter.Value),
        "p" => "p = " + IntervalText.Ratio(parameter.Value),
        _ => $"{parameter.Symbol} = {Words.Share(parameter.Value.Estimate)} ({Words.Share(parameter.Value.Low)} – "
            + $"{Words.Share(parameter.Value.High)})",
    };

    private static string Knee(LawReading law)
    {
        var knee = law.Spread.KneeClients;
        return $"{Clients(law, knee, knee.Estimate)} "
            + $"({Clients(law, knee, knee.Low)} – {Clients(law, knee, knee.High)})";
    }

    private static string Clients(LawReading law, Interval knee, double clients) => clients > law.ToClients
        ? "> " + NumberText.Count(law.ToClients)
        : NumberText.Plain(clients, knee.Estimate < 10 ? 1 : 0);

    private static string Reliability(LawReading law)
    {
        var doubts = new List<string>();
        var (choice, best) = (law.Choice, law.Choice.Best);
        if (best.TypicalResidual >= LawWords.Poor) doubts.Add("fits badly");
        if (!choice.IsDecisive)
        {
            var rival = choice.Fits.Where(fit => fit != best).MinBy(fit => fit.Aicc)!;
            doubts.Add($"{LawWords.Short(rival.Kind)} not excluded "
                + $"({NumberText.Plain(choice.Weights[(int)rival.Kind], 2)})");
        }

        if (law.LevelsBeyondKnee < LawReading.FewestBeyondKnee)
        {
            doubts.Add(law.LevelsBeyondKnee == 0 ? "no level beyond N*: X_max is an extrapolation"
                : $"only {Words.Plural(law.LevelsBeyondKnee, "level")} beyond N*");
        }

        return doubts.Count == 0 ? "no objection" : string.Join("; ", doubts);
    }
}
