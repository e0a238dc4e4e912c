using LoadHarness.Platform.Processes;

namespace LoadHarness.Experiments.Suts;

/// <summary>Starts our own servers as processes of their own: <c>loadharness serve WORKLOAD --model M …</c>.</summary>
/// <param name="launcher">Starts the processes.</param>
/// <param name="program">How this program is started once more, see <see cref="ProgramCommand"/>.</param>
/// <param name="cpus">CPUs of the servers.</param>
public sealed class ServeSutStarter(ProcessLauncher launcher, IReadOnlyList<string> program, CpuSet cpus) : ISutStarter
{
    private static readonly TimeSpan _readyLimit = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public int Cpus => cpus.Cpus.Count;

    /// <inheritdoc/>
    public ISut Start(SutRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ChildProcess process;
        try
        {
            process = launcher
                .Start(new LaunchRequest { Command = Command(request), Cpus = cpus, ControlOption = "--control" });
        }
        catch (InvalidOperationException e)
        {
            throw new SutException(e.Message);
        }

        if (process.Control!.WaitReady(_readyLimit) is { } endpoint)
            return new ProcessSut(process, endpoint, CommandLine(request));
        process.WaitForEnd(TimeSpan.FromSeconds(1));
        var tail = string.Join("; ", process.Output.Lines.TakeLast(3));
        process.Dispose();
        throw new SutException($"the {request.Model} server did not start: "
            + $"{(tail.Length > 0 ? tail : "it wrote nothing")}");
    }

    /// <summary>Without the place where this program is installed: it belongs to the machine alone.</summary>
    private static string CommandLine(SutRequest request) =>
        string.Join(' ', ServeWords.Of(request).Prepend("loadharness"));

    private List<string> Command(SutRequest request)
    {
        if (ServeWords.NeedsFolder(request)) Directory.CreateDirectory(request.DataFolder);
        return [.. program, .. ServeWords.Of(request)];
    }
}
