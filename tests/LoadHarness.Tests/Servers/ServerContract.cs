using LoadHarness.Servers;
using LoadHarness.Tests.Servers.Fakes;

namespace LoadHarness.Tests.Servers;

/// <summary>
/// What every server model has to keep, run against each of them by one small subclass. A new model is done when it
/// passes.
/// </summary>
public abstract partial class ServerContract : IDisposable
{
    private readonly RecordingSink _sink = new();
    private readonly List<IDisposable> _opened = [];
    private FakeService? _service;

    protected ServerContract(IServerModel model) => Model = model;

    protected IServerModel Model { get; }

    public void Dispose()
    {
        // The server last: it must be able to stop whatever clients are still there.
        foreach (var opened in _opened.AsEnumerable().Reverse()) opened.Dispose();
        _service?.Violations.ShouldBeEmpty();
        GC.SuppressFinalize(this);
    }

    private protected IRunningServer Start(FakeService service, ServerOptions? options = null)
    {
        _service = service;
        var server = Model.Start(service, options ?? new ServerOptions(), _sink);
        _opened.Add(server);
        return server;
    }

    private protected IRunningServer StartLines(ServerOptions? options = null) =>
        Start(new FakeService(() => new LineHandler()) { NeedsExclusion = true }, options);

    private protected TestClient Connect(IRunningServer server, int receiveBuffer_bytes = 0)
    {
        var client = new TestClient(server.Endpoint, receiveBuffer_bytes);
        _opened.Add(client);
        return client;
    }

    private protected void AllIsClosed(IRunningServer server)
    {
        Eventually.Is(() => server.OpenCount, 0, "no connection is open");
        _service!.ClosedCount.ShouldBe(_service.ConnectedCount);
    }
}
