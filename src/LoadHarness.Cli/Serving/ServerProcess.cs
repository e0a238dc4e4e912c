using System.Net.Sockets;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Discovery;
using LoadHarness.Platform.Processes;
using LoadHarness.Servers;

namespace LoadHarness.Cli.Serving;

/// <summary>One server in this process, from opening its state to the last line on the console.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly ServeRequest _request;
    private readonly ConsoleSink _sink;
    private readonly object _gate = new();
    private IRunningServer? _server;
    private bool _mustStop;

    /// <summary>Prepares the process.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="output">Where lines go.</param>
    public ServerProcess(ServeRequest request, TextWriter output)
    {
        _request = request;
        _sink = new ConsoleSink(output, request.IsQuiet, request.IsTraced);
    }

    /// <summary>Serves until asked to stop.</summary>
    /// <returns>Null when it has stopped as asked; else why it could not start, or go on.</returns>
    public CommandFailure? Run(IWorkload workload, WorkloadSettings settings)
    {
        using var signals = new ServerSignals(Stop);
        try
        {
            using var service = workload.CreateService(settings, _sink);
            using var control = OpenControl(service, out var wrong);
            using var workers = new WorkerStarter(_request, workload, settings);
            return wrong ?? Serve(service, workers, control);
        }
        catch (DurabilityException cause)
        {
            return ServeFailures.OfServing(cause);
        }
        catch (Exception cause) when (cause is DiscoveryException or ServerSetupException)
        {
            return new CommandFailure(ExitCode.UsageError, cause.Message);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _sink.Dispose();

    private CommandFailure? Serve(IService service, IWorkerStarter workers, ControlChannelServerEnd? control)
    {
        IRunningServer server;
        try
        {
            var options = new ServerOptions
            {
                Endpoint = _request.Endpoint,
                ModelOptions = _request.ModelOptions,
                SharesPort = _request.IsWorker,
                Workers = workers,
            };
            server = _request.Model.Start(service, LimitFlags.Apply(options, _request.Limits), _sink);
        }
        catch (SocketException cause)
        {
            return ServeFailures.OfListening(_request.Endpoint, cause);
        }

        using (server)
        using (_request.Registration?.Begin(service.Name, _request.Model.Name, server.Endpoint))
        {
            _sink.Begin(_request.IsWorker ? null : service.ListeningLine(server.Endpoint));
            control?.Ready(server.Endpoint);
            StopWhenAsked(server);
            if (Await(server, service.Durable?.Failed) is { } fault) return ServeFailures.OfServing(fault);
            if (service.StoppedLine is { } line) _sink.Message(line);
            return null;
        }
    }

    /// <summary>
    /// Waits for the end. Writes that can no longer be made durable end the server too, whatever failed and whether or
    /// not a client still asks: it stops as if asked to.
    /// </summary>
    /// <returns>What ended it; null when it was asked to stop.</returns>
    private static Exception? Await(IRunningServer server, Task<DurabilityException>? failed)
    {
        if (failed is not null && Task.WaitAny(server.Completion, failed) == 1) server.Stop();
        Task.WaitAny(server.Completion);
        if (server.Completion.Exception?.InnerException is { } fault) return fault;
        return failed is { IsCompletedSuccessfully: true } ? failed.Result : null;
    }

    private ControlChannelServerEnd? OpenControl(IService service, out CommandFailure? wrong)
    {
        wrong = null;
        if (_request.Control is not { } handles) return null;
        try
        {
            var control = ControlChannelServerEnd.Open(handles, () => Sample(service), Stop);
            _sink.EventListener = control.Occurred;
            return control;
        }
        catch (ArgumentException cause)
        {
            wrong = new CommandFailure(ExitCode.UsageError, cause.Message);
            return null;
        }
    }

    private ControlSample Sample(IService service)
    {
        var own = RuntimeCounters.Sample(
            service.OperationCount, service.Durable?.FlushCount ?? -1, service.Durable?.FlushTime_ns ?? -1);
        return Volatile.Read(ref _server)?.Complete(own) ?? own;
    }

    private void StopWhenAsked(IRunningServer server)
    {
        lock (_gate)
        {
            _server = server;
            if (_mustStop) server.Stop();
        }
    }

    private void Stop()
    {
        lock (_gate)
        {
            _mustStop = true;
            _server?.Stop();
        }
    }
}
