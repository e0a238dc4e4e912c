using System.CommandLine;
using LoadHarness.Cli.Registry;
using LoadHarness.Contracts.Storage;
using LoadHarness.Experiments.Scenarios;

namespace LoadHarness.Cli.Experiments;

/// <summary><c>loadharness init</c>: writes a first scenario file to start from.</summary>
public static class InitCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(ModelRegistry models, WorkloadRegistry workloads)
    {
        var file = new Argument<string>("file")
        {
            Description = "name of the new file",
            DefaultValueFactory = _ => "scenario.yaml",
        };
        var workload = new Option<string>("--workload")
        {
            Description = "what clients and server speak; with --target and --command: raw, http, resp…",
            DefaultValueFactory = _ => "hashtable",
            HelpName = "name",
        };
        var target = new TargetFlags();
        var command = new Command("init", "Write a first scenario file with every key explained.") { file, workload };
        foreach (var option in target.Options) command.Options.Add(option);
        command.SetAction(parsed =>
        {
            var (name, console) = (parsed.GetRequiredValue(workload), parsed.InvocationConfiguration);
            var problems = new List<string>();
            if (workloads.Find(name) is not { } chosen)
            {
                var known = Nearest.Hint(name, [.. workloads.All.Select(one => one.Name)]);
                console.Error.WriteLine($"--workload {name} is unknown; {known}");
                return (int)ExitCode.UsageError;
            }

            var foreign = target.Read(parsed, [.. models.All.Select(model => model.Name)], problems);
            foreach (var problem in problems) console.Error.WriteLine(problem);
            if (problems.Count > 0) return (int)ExitCode.UsageError;
            var path = parsed.GetRequiredValue(file);
            return (int)Write(path, ScenarioTemplate.Of(path, chosen, models.All, foreign), console);
        });
        return command;
    }

    private static ExitCode Write(string path, string text, InvocationConfiguration console)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            using var writer = new StreamWriter(stream);
            writer.Write(text);
        }
        catch (IOException e) when (StorageProblem.IsThereAlready(e))
        {
            console.Error.WriteLine($"{path}: is there already and stays as it is; give another name");
            return ExitCode.UsageError;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"{path}: cannot be written: {StorageProblem.Reason(e)}");
            return StorageExit.CodeOf(e);
        }

        console.Output.WriteLine($"{path} written; see what it would do with: loadharness check {path}");
        console.Output.WriteLine($"and do it with: loadharness run {path} --report");
        return ExitCode.Success;
    }
}
