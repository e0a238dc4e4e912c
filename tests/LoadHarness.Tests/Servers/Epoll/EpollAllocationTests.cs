using LoadHarness.Contracts.Serving;
using LoadHarness.Servers;
using LoadHarness.Servers.Epoll;
using LoadHarness.Tests.Servers.Fakes;

namespace LoadHarness.Tests.Servers.Epoll;

public sealed class EpollAllocationTests
{
    private const int Rounds = 2000;
    private const int Clients = 20;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Steady_state_allocates_nothing(bool isDurable)
    {
        // The runtime allocates when it compiles a method anew; what an operation allocates shows in every try.
        var allocated_bytes = Enumerable.Range(0, 5).Select(_ => Measure(isDurable)).TakeWhile(bytes => bytes > 0)
            .ToList();
        allocated_bytes.Count.ShouldBeLessThan(5, $"every try allocated: {string.Join(", ", allocated_bytes)} bytes");
    }

    private static long Measure(bool isDurable)
    {
        var last_bytes = 0L;
        var durable = isDurable ? new InstantDurable() : null;
        using var service = new PlainService(
            () => new CountingEchoHandler(durable, bytes => Volatile.Write(ref last_bytes, bytes)), durable);
        using var server = LoopModel.Epoll.Start(service, new ServerOptions(), SilentEventSink.Instance);
        var clients = Enumerable.Range(0, Clients).Select(_ => new TestClient(server.Endpoint)).ToList();
        Exchange(clients);
        var before_bytes = Volatile.Read(ref last_bytes);
        Exchange(clients);
        var after_bytes = Volatile.Read(ref last_bytes);
        clients.ForEach(client => client.Dispose());
        durable?.FlushCount.ShouldBeInRange(2 * Rounds, 2 * Rounds * Clients);
        return after_bytes - before_bytes;
    }

    private static void Exchange(List<TestClient> clients)
    {
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var client in clients) client.Send("hello\n");
            foreach (var client in clients) client.Read(6);
        }
    }
}
