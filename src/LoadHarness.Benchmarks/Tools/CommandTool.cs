using System.Text;
using LoadHarness.Benchmarks.Tools.Commands;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Benchmarks.Tools;

/// <summary>A load tool of others: a process of its own on the generator's CPU.</summary>
/// <param name="launcher">Starts it.</param>
/// <param name="syntax">How it is told what to do.</param>
/// <param name="cpu">The generator's CPU.</param>
internal sealed class CommandTool(ProcessLauncher launcher, ICommandSyntax syntax, int cpu) : ILoadTool
{
    /// <summary>How long a tool may go on behind the span, s: it was told a time or a number that suffices.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    public string Name => syntax.Name;

    /// <inheritdoc/>
    public ToolReport? Load(ToolTask task, SpanMeter meter)
    {
        var output = new StringBuilder();
        void Take(string line)
        {
            lock (output) output.Append(line).Append('\n');
        }

        using var process = launcher.Start(new LaunchRequest
        {
            Command = [syntax.Program, .. syntax.Arguments(task)],
            Cpus = new CpuSet([cpu]),
            Printed = Take,
            PrintedError = Take,
        });
        if (process.WaitForEnd(TimeSpan.FromSeconds(task.WarmUp_s))) return EndedEarly(process, output);
        meter.Begin(process.Id);
        if (process.WaitForEnd(TimeSpan.FromSeconds(task.Length_s))) return EndedEarly(process, output);
        meter.End(process.Id);
        if (!process.WaitForEnd(_patience)) throw Failure("it does not end", output);
        process.AwaitOutput();
        if (process.ExitCode != 0) throw Failure("it failed", output);
        try
        {
            return syntax.Parse(output.ToString());
        }
        catch (FormatException e)
        {
            throw Failure(e.Message, output);
        }
    }

    /// <summary>All requests are done before the span is over: there is nothing to measure.</summary>
    private ToolReport? EndedEarly(ChildProcess process, StringBuilder output)
    {
        process.AwaitOutput();
        return process.ExitCode == 0 ? null : throw Failure("it failed", output);
    }

    private InvalidOperationException Failure(string what, StringBuilder output)
    {
        lock (output) return new InvalidOperationException($"{syntax.Program}: {what}; it printed: {output}");
    }
}
