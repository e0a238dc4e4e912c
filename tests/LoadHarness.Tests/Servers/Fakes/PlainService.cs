using System.Net;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Tests.Servers.Fakes;

/// <summary>A service whose handlers are called without any check in between, which would allocate.</summary>
internal sealed class PlainService(Func<IConnectionHandler> make, IDurable? durable = null) : IService
{
    public string Name => "plain";

    public bool NeedsExclusion => true;

    public IDurable? Durable => durable;

    public long OperationCount => 0;

    public IConnectionHandler Connect(IPEndPoint peer) => make();

    public void Dispose()
    {
    }
}
