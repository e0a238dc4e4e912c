using LoadHarness.Contracts.Serving;
using LoadHarness.Servers;
using LoadHarness.Servers.Async;
using LoadHarness.Tests.Servers.Fakes;

namespace LoadHarness.Tests.Servers.Async;

public sealed class AsyncAllocationTests
{
    private const int Clients = 20;
    private const int Rounds = 200;
    private const int Tries = 5;

    [Fact]
    public void An_operation_that_waits_for_its_request_and_answers_it_allocates_nothing()
    {
        // The threads are everybody's: in a good try nearly all operations allocate nothing.
        var shares_percent = Enumerable.Range(0, Tries).Select(_ => WithoutAllocation_percent())
            .TakeWhile(share_percent => share_percent < 95).ToList();
        shares_percent.Count.ShouldBeLessThan(Tries, $"without allocation: {string.Join(", ", shares_percent)} %");
    }

    private static int WithoutAllocation_percent()
    {
        var notes = new AllocationNotes();
        using var service = new PlainService(() => notes);
        using var server = new AsyncModel().Start(service, new ServerOptions(), SilentEventSink.Instance);
        var clients = Enumerable.Range(0, Clients).Select(_ => new TestClient(server.Endpoint)).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            // While the others are served, each connection waits for its next request.
            foreach (var client in clients) client.Send("hello\n");
            foreach (var client in clients) client.Read(6);
        }

        clients.ForEach(client => client.Dispose());
        return notes.WithoutAllocation * 100 / notes.Count;
    }
}
