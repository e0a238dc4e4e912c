using System.CommandLine;

namespace LoadHarness.Cli.Reporting;

/// <summary>Flags that commands on stored runs share.</summary>
internal static class ReportingFlags
{
    private const double UsualMargin_percent = 5;
    private const double LargestMargin_percent = 100;
    private const double Percent = 0.01;

    /// <summary><c>--results</c>.</summary>
    public static Option<string> Results() => new("--results")
    {
        Description = "folder with the runs of scenarios",
        DefaultValueFactory = _ => "results",
        HelpName = "folder",
    };

    /// <summary><c>--margin</c>, %.</summary>
    public static Option<double> Margin()
    {
        var margin = new Option<double>("--margin")
        {
            Description = "smallest difference that matters, %",
            DefaultValueFactory = _ => UsualMargin_percent,
            HelpName = "percent",
        };
        margin.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and <= LargestMargin_percent))
                result.AddError("--margin: above 0 and at most 100");
        });
        return margin;
    }

    /// <summary>The margin as a share.</summary>
    public static double Share(double margin_percent) => margin_percent * Percent;
}
