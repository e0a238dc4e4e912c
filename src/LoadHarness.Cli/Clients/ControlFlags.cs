using System.CommandLine;
using LoadHarness.Clients.TestPerf;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Cli.Clients;

/// <summary>The flags by which another program controls a client.</summary>
internal sealed class ControlFlags
{
    private readonly Option<bool> _controlled = new("--controlled")
    {
        Description = "say `ready STAGE`, and wait on the standard input for `go NS`, the monotonic time of its start",
    };

    private readonly Option<bool> _live = new("--live")
    {
        Description = "with --controlled: tell of every slice when it is over, with its latencies",
    };

    private readonly Option<int> _of = new("--of")
    {
        Description = "with --controlled: this is one of so many clients that look up and scan the same keys, so all "
            + "must be ready before one goes",
        HelpName = "number",
    };

    private readonly Option<string?> _pipes = new("--pipes") { Hidden = true };

    /// <summary>Adds them to a command.</summary>
    internal void AddTo(Command command, Option<int> number)
    {
        foreach (var option in (Option[])[_controlled, _live, _of, _pipes]) command.Options.Add(option);
        command.Validators.Add(result =>
        {
            foreach (var option in (Option[])[_live, _of, _pipes])
            {
                if (result.GetResult(option) is { Implicit: false } && !result.GetValue(_controlled))
                    result.AddError($"{option.Name}: only with --controlled");
            }

            if (result.GetResult(_of) is { Implicit: false } && result.GetValue(_of) < result.GetValue(number))
                result.AddError("--of: --number is one of 1 to this number");
        });
    }

    /// <summary>True when another program controls the client.</summary>
    internal bool IsControlled(ParseResult parsed) => parsed.GetValue(_controlled);

    /// <summary>The keys of the client: a space of its own, or its share of those that all have together.</summary>
    internal PopulationShare Share(ParseResult parsed, int number) =>
        parsed.GetValue(_of) is > 0 and var count
            ? new PopulationShare(number - 1, count)
            : new PopulationShare(0, 1, number);

    /// <summary>Lets the other program control the client until it has enough.</summary>
    internal void Run(
        ParseResult parsed, PerfClient client, int number, IReadOnlyList<string> stages, TimeSpan length,
        CancellationToken stop)
    {
        var (input, output) = parsed.GetValue(_pipes) is { } handles
            ? ChildPipes.OpenInChild(_pipes.Name, handles)
            : (Console.OpenStandardInput(), Console.OpenStandardOutput());
        using var reader = new StreamReader(input);
        using var writer = new StreamWriter(output) { NewLine = "\n" };
        using var controlled = new ControlledStages(client, number, reader, writer, parsed.GetValue(_live));
        controlled.Run(stages, (long)(length.TotalSeconds * 1e9), stop);
    }
}
