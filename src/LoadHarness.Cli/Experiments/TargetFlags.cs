using System.CommandLine;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Experiments.Scenarios;
using LoadHarness.Experiments.Suts;

namespace LoadHarness.Cli.Experiments;

/// <summary>The server of a run without a file, when it is not one of ours.</summary>
internal sealed class TargetFlags
{
    private readonly Option<string?> _target = new("--target")
    {
        Description = "address of a server that runs already, in place of server models",
        HelpName = "host:port",
    };

    private readonly Option<string?> _command = new("--command")
    {
        Description = "command that starts a server, in place of server models; {port} in it becomes a free port",
        HelpName = "command line",
    };

    /// <summary>The flags.</summary>
    public IReadOnlyList<Option> Options => [_target, _command];

    /// <summary>True when one of them was given.</summary>
    public bool AreGiven(ParseResult parsed) =>
        parsed.GetValue(_target) is not null || parsed.GetValue(_command) is not null;

    /// <summary>The server.</summary>
    /// <returns>Null when none was given, or there is a problem.</returns>
    public ForeignServer? Read(ParseResult parsed, IReadOnlyList<string> models, ICollection<string> problems)
    {
        if (!AreGiven(parsed)) return null;
        var (target, line) = (parsed.GetValue(_target), parsed.GetValue(_command));
        var address = target is null ? null : TargetAddress.TryParse(target);
        if (target is not null && address is null) problems.Add($"--target '{target}': {TargetAddress.Form}");
        var command = line is null ? [] : CommandWords.Split(line);
        if (command is null) problems.Add("--command: a quote is not closed");
        else if (line is not null && command.Count == 0) problems.Add("--command: name a program");
        if (command is null || (command.Count == 0 && address is null)) return null;
        var server = new ForeignServer
        {
            Name = ForeignServerRules.UsualName(command, address),
            Command = command,
            Address = address,
        };
        foreach (var (_, problem) in ForeignServerRules.Problems(server, models))
            problems.Add($"{(command.Count > 0 ? "--command" : "--target")}: {problem}");
        return server;
    }
}
