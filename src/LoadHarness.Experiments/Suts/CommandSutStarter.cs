using System.Globalization;
using System.Net;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Contracts.Time;
using LoadHarness.Experiments.Scenarios;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Experiments.Suts;

/// <summary>Starts a server of others by its command line.</summary>
/// <param name="launcher">Starts the processes.</param>
/// <param name="server">What to start.</param>
/// <param name="cpus">Its CPUs.</param>
public sealed class CommandSutStarter(ProcessLauncher launcher, ForeignServer server, CpuSet cpus) : ISutStarter
{
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan _lastWords = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public int Cpus => cpus.Cpus.Count;

    /// <inheritdoc/>
    public ISut Start(SutRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var endpoint = ChooseEndpoint();
        var watch = new ReadyWatch(server.ReadyPattern, endpoint);
        var process = Launch(request, endpoint, watch);
        try
        {
            var ready = AwaitReady(process, watch, cancellation);
            return new ProcessSut(process, ready, CommandWords.Join(server.Command));
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    /// <summary>A server that had the address before would be measured in place of the command's.</summary>
    private IPEndPoint ChooseEndpoint()
    {
        if (server.Address is not { } address) return PortProbe.FindFree();
        var endpoint = TargetAddress.Resolve(address);
        return !PortProbe.Answers(endpoint)
            ? endpoint
            : throw new SutException(
                $"{server.Name}: something answers at {TargetAddress.Show(address)} already, before it is started; end "
                + "that, or let the command take {port}");
    }

    private ChildProcess Launch(SutRequest request, IPEndPoint endpoint, ReadyWatch watch)
    {
        var folder = Path.GetFullPath(request.DataFolder);
        var port = endpoint.Port.ToString(CultureInfo.InvariantCulture);
        string Fill(string text) => text.Replace(ForeignServer.PortPlace, port, StringComparison.Ordinal)
            .Replace(ForeignServer.DataPlace, folder, StringComparison.Ordinal);
        Directory.CreateDirectory(folder);
        try
        {
            return launcher.Start(new LaunchRequest
            {
                Command = [.. server.Command.Select(Fill)],
                Cpus = cpus,
                Environment = server.Environment.ToDictionary(v => v.Key, v => Fill(v.Value), StringComparer.Ordinal),
                WorkingFolder = server.WorkingFolder,
                StopSignal = server.StopSignal,
                Printed = watch.Printed,
                PrintedError = watch.Printed,
            });
        }
        catch (InvalidOperationException e)
        {
            throw new SutException(e.Message);
        }
    }

    private IPEndPoint AwaitReady(ChildProcess process, ReadyWatch watch, CancellationToken cancellation)
    {
        var end_ns = MonotonicClock.Now_ns + (long)(server.ReadyWithin_s * 1e9);
        while (MonotonicClock.Now_ns < end_ns)
        {
            cancellation.ThrowIfCancellationRequested();
            // One that has ended did not open the port that answers.
            if (process.HasEnded) break;
            if (watch.Ready() is { } endpoint) return endpoint;
            process.WaitForEnd(_look);
        }

        // What it wrote last may still be on its way.
        SpinWait.SpinUntil(() => process.Output.Lines.Count > 0, _lastWords);
        var tail = process.Output.Lines is { Count: > 0 } lines ? string.Join("; ", lines.TakeLast(3)) : "nothing";
        var why = process.ExitCode is { } code
            ? $"it ended with exit code {code.ToString(CultureInfo.InvariantCulture)}"
            : $"after {server.ReadyWithin_s.ToString(CultureInfo.InvariantCulture)} s {watch.Awaited}";
        throw new SutException($"{server.Name} did not start: {why}; it wrote: {tail}");
    }
}
