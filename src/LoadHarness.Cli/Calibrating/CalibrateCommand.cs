using System.CommandLine;
using LoadHarness.Cli.Experiments;
using LoadHarness.Cli.Registry;
using LoadHarness.Experiments.Calibrating;
using LoadHarness.Results;

namespace LoadHarness.Cli.Calibrating;

/// <summary><c>loadharness calibrate</c>: measures the harness itself on servers of known capacity.</summary>
public static class CalibrateCommand
{
    private const string Quick = "quick";
    private const string Full = "full";

    /// <summary>Makes the command.</summary>
    public static Command Create(ModelRegistry models, WorkloadRegistry workloads)
    {
        var part = new Option<string>("--part")
        {
            Description = "quick takes at most 2 minutes, full at most 20",
            DefaultValueFactory = _ => Full,
        };
        part.AcceptOnlyFromAmong(Quick, Full);
        var results = new Option<string>("--results")
        {
            Description = "folder in which every calibration gets a folder of its own",
            DefaultValueFactory = _ => "results",
            HelpName = "folder",
        };
        var only = new Option<string?>("--only")
        {
            Description = "parts to measure, with commas between [default: all]",
            HelpName = "name,…",
        };
        var keepAwake = new Option<bool>("--keep-awake")
        {
            Description = "keep idle CPUs from sleeping, as far as the system allows it; false to leave them alone",
            DefaultValueFactory = _ => true,
        };
        var command = new Command(
            "calibrate", "Measure servers of known capacity, and say how far the harness is from the truth.")
        {
            part,
            only,
            results,
            keepAwake,
        };
        command.SetAction(parsed =>
        {
            var isQuick = string.Equals(parsed.GetRequiredValue(part), Quick, StringComparison.Ordinal);
            var parts = Chosen(isQuick ? CalibrationParts.Quick : CalibrationParts.Full, parsed.GetValue(only),
                parsed.InvocationConfiguration.Error);
            if (parts.Count == 0) return (int)ExitCode.UsageError;
            var session = new ExperimentSession(models, workloads, parsed.InvocationConfiguration);
            var folder = CalibrationFolder.Of(
                parsed.GetRequiredValue(results), RunId.At(TimeProvider.System.GetUtcNow()));
            return (int)new CalibrationSession(session, parsed.InvocationConfiguration)
                .Run(parts, folder, parsed.GetValue(keepAwake));
        });
        return command;
    }

    /// <summary>None when a name is wrong.</summary>
    private static IReadOnlyList<CalibrationPart> Chosen(
        IReadOnlyList<CalibrationPart> all, string? only, TextWriter error)
    {
        if (only is null) return all;
        var names = only.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var known = all.Select(part => part.Case.Name).ToList();
        foreach (var name in names.Except(known, StringComparer.Ordinal))
            error.WriteLine($"--only {name} is unknown; there are {string.Join(", ", known)}");
        return names.Except(known, StringComparer.Ordinal).Any()
            ? []
            : [.. all.Where(part => names.Contains(part.Case.Name, StringComparer.Ordinal))];
    }
}
