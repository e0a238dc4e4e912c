using System.CommandLine;

namespace LoadHarness.Cli.Experiments;

/// <summary><c>loadharness init</c>: writes a first scenario file to start from.</summary>
public static class InitCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("file")
        {
            Description = "name of the new file",
            DefaultValueFactory = _ => "scenario.yaml",
        };
        var command = new Command("init", "Write a first scenario file with every key explained.") { file };
        command.SetAction(parsed => (int)Write(parsed.GetRequiredValue(file), parsed.InvocationConfiguration));
        return command;
    }

    private static ExitCode Write(string path, InvocationConfiguration console)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            using var writer = new StreamWriter(stream);
            writer.Write(ScenarioTemplate.Text);
        }
        catch (IOException e) when (File.Exists(path))
        {
            console.Error
                .WriteLine($"{path}: is there already and stays as it is ({e.GetType().Name}); give another name");
            return ExitCode.UsageError;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"{path}: cannot be written: {e.Message}");
            return e is UnauthorizedAccessException ? ExitCode.NoPermission : ExitCode.StorageUnusable;
        }

        console.Output.WriteLine($"{path} written; see what it would do with: loadharness check {path}");
        return ExitCode.Success;
    }
}
