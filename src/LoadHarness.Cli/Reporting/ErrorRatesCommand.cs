using System.CommandLine;
using LoadHarness.Analysis.Simulation;
using LoadHarness.Report.Documents;
using LoadHarness.Report.Tables;

namespace LoadHarness.Cli.Reporting;

/// <summary><c>loadharness error-rates</c>: how often the analysis is right about known servers.</summary>
public static class ErrorRatesCommand
{
    private const int UsualTrials = 1000;
    private const int FewestTrials = 10;
    private const int MostTrials = 1_000_000;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var trials = new Option<int>("--trials")
        {
            Description = "made-up servers of each kind",
            DefaultValueFactory = _ => UsualTrials,
            HelpName = "count",
        };
        trials.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < FewestTrials or > MostTrials)
                result.AddError("--trials: 10 to 1000000");
        });
        var command = new Command(
            "error-rates", "Judge made-up servers whose truth is known and show how often the analysis is right.")
        {
            trials,
        };
        command.SetAction(parsed =>
        {
            var rates = ErrorRates.All(parsed.GetValue(trials)).ToList();
            parsed.InvocationConfiguration.Output.Write(
                MarkdownWriter.Write([new TableBlock(ErrorRateTable.Of(rates))], ""));
            return (int)(rates.TrueForAll(rate => rate.IsMet) ? ExitCode.Success : ExitCode.Undecided);
        });
        return command;
    }
}
