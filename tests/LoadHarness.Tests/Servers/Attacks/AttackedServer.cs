using System.Net;
using LoadHarness.Cli.Registry;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Servers;
using LoadHarness.Torture.Attacks.Victims;

namespace LoadHarness.Tests.Servers.Attacks;

/// <summary>A real service under a real model in this process.</summary>
internal sealed class AttackedServer : IDisposable
{
    private readonly IService _service;
    private readonly IRunningServer _server;

    public AttackedServer(IServerModel model, Victim victim, ServerOptions options)
    {
        var workload = WorkloadRegistry.Default.Find(victim.Workload)!;
        var problems = new List<string>();
        var settings = WorkloadSettings.Create(workload.Options, victim.Options, problems);
        problems.ShouldBeEmpty();
        _service = workload.CreateService(settings, SilentEventSink.Instance);
        _server = model.Start(_service, options, SilentEventSink.Instance);
    }

    public IPEndPoint Endpoint => _server.Endpoint;

    public int OpenCount => _server.OpenCount;

    /// <summary>Waits until nobody is connected any more, and looks whether it still runs.</summary>
    public void AllAreGone()
    {
        Eventually.Is(() => _server.OpenCount, 0, "no connection is open");
        _server.Completion.IsCompleted.ShouldBeFalse("the server has ended");
    }

    public void Dispose()
    {
        _server.Dispose();
        _service.Dispose();
    }
}
