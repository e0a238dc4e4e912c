using System.Net.Sockets;
using LoadHarness.Cli;
using LoadHarness.Contracts.Serving;
using LoadHarness.Discovery;
using LoadHarness.Discovery.Locating;
using LoadHarness.Discovery.Serving;
using LoadHarness.EndToEnd.Tests.Peers;
using LoadHarness.EndToEnd.Tests.Serving;

namespace LoadHarness.EndToEnd.Tests.Discovery;

/// <summary><c>loadharness serve --project</c> in a process of its own.</summary>
public sealed class ServedByNameTests
{
    [PeerFact("catalog_server")]
    public async Task A_server_registers_with_the_real_catalog_and_is_connected_to_by_name()
    {
        await using var catalog = await RealCatalog.StartAsync();
        using var data = new TemporaryFolder();
        using var server = Serve(catalog.Address, data, "--owner", "me");
        (await Finding.UntilListedAsync(catalog.Address, "demo")).ShouldBe(server.Endpoint.ToString());
        var connector = new ServerConnector<bool>(
            _ => Finding.OnceAsync(catalog.Address, "demo"), ConnectAsync, TimeProvider.System);
        (await connector.ConnectAsync(maxAttempts: 1, (_, _) => { }, CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_killed_server_disappears_from_our_catalog_after_its_lifetime()
    {
        // Long enough for a slow machine to see the server listed before it expires.
        var options = new CatalogOptions { Port = 0, Lifetime = TimeSpan.FromSeconds(8) };
        await using var catalog = CatalogServer.Start(options, TimeProvider.System, SilentEventSink.Instance);
        var address = new CatalogAddress("127.0.0.1", catalog.Endpoint.Port);
        using var data = new TemporaryFolder();
        using var server = Serve(address, data);
        (await Finding.UntilListedAsync(address, "demo")).ShouldBe(server.Endpoint.ToString());
        server.Kill();
        await Eventually.SeenAsync(
            () => Finding.OnceAsync(address, "demo"), found => found.Count == 0, "the record has expired");
    }

    [Theory]
    [InlineData("project has '\u00e9'", "--project", "caf\u00e9")]
    [InlineData("only this machine can reach", "--project", "demo", "--catalog", "192.0.2.1:9097")]
    [InlineData("expected host or host:port", "--project", "demo", "--catalog", "127.0.0.1:0")]
    [InlineData("--catalog: only a server with a name registers", "--catalog", "127.0.0.1:9097")]
    [InlineData("--owner: only a server with a name registers", "--owner", "me")]
    public void What_no_catalog_can_take_is_told_before_the_server_serves(string expected, params string[] flags)
    {
        using var data = new TemporaryFolder();
        var (code, errors) = ServeProcess.RunToEnd(["hashtable", "--port", "0", "--data", data.Path, .. flags]);
        code.ShouldBe((int)ExitCode.UsageError, errors);
        errors.ShouldContain(expected);
    }

    private static ServeProcess Serve(CatalogAddress catalog, TemporaryFolder data, params string[] more) =>
        ServeProcess.Start([
            "hashtable", "--model", "select", "--data", data.Path,
            "--project", "demo", "--catalog", catalog.ToString(), .. more,
        ]);

    private static async Task<bool> ConnectAsync(Candidate candidate, CancellationToken cancel)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(candidate.Host, candidate.Port, cancel);
        return true;
    }
}
