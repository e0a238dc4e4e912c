using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LoadHarness.EndToEnd.Tests.Serving;

public sealed class ServeLifeTests
{
    public static TheoryData<string> Models => ["sequential", "threaded", "thread-pool", "select", "epoll", "async"];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_plain_client_that_reads_until_the_end_gets_a_valid_list(string model)
    {
        using var server = ServeProcess.Start("number-list", "--model", model, "--port", "0");
        for (var i = 0; i < 3; i++)
        {
            using var client = new TcpClient();
            client.Connect(server.Endpoint);
            using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
            var numbers = reader.ReadToEnd().Split(',');
            numbers.Length.ShouldBe(250_000);
            numbers.ShouldAllBe(number => IsValid(number));
            var peer = (IPEndPoint)client.Client.LocalEndPoint!;
            server.AwaitOutput(line => string.Equals(line, $"Sent a file to ('127.0.0.1', "
                + $"{peer.Port})", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_server_of_all_addresses_says_so_and_stops_on_SIGTERM(string model)
    {
        using var server = ServeProcess.Start("number-list", "--model", model, "--port", "0", "--host", "0.0.0.0");
        server.Endpoint.Address.ShouldBe(IPAddress.Any);
        using var idle = new TcpClient();
        idle.Connect(IPAddress.Loopback, server.Endpoint.Port);
        server.Terminate();
        server.AwaitExit().ShouldBe(0);
        server.Errors.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void What_was_inserted_before_SIGTERM_is_there_after_the_next_start(string model)
    {
        using var data = new TemporaryFolder();
        string[] arguments = ["hashtable", "--model", model, "--port", "0", "--data", data.Path, "--flush", "never"];
        using (var first = ServeProcess.Start(arguments))
        {
            using var client = new JsonLineClient(first.Endpoint);
            client.Insert("kept", 42).ShouldBeTrue();
            first.Terminate();
            first.AwaitExit().ShouldBe(0);
        }

        using var second = ServeProcess.Start(arguments);
        using var reader = new JsonLineClient(second.Endpoint);
        reader.Lookup("kept").ShouldBe(42);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_second_request_to_stop_ends_the_server_at_once(string model)
    {
        if (OperatingSystem.IsWindows()) return;
        using var server = ServeProcess.Start("number-list", "--model", model, "--port", "0", "--count", "10000000");
        // It reads the first byte, so that it is being served, and nothing more: the server is still busy with it when
        // the second request comes.
        using var stuck = new TcpClient();
        stuck.Connect(server.Endpoint);
        stuck.GetStream().ReadByte().ShouldBeGreaterThanOrEqualTo(0);
        ProcessSignals.Interrupt(server.Id);
        server.Terminate();
        server.AwaitExit().ShouldBeOneOf(128 + 2, 128 + 15);
    }

    [Fact]
    public void Quiet_leaves_only_the_address()
    {
        using var server = ServeProcess.Start("number-list", "--port", "0", "--count", "10", "--quiet");
        Download(server.Endpoint);
        server.Terminate();
        server.AwaitExit().ShouldBe(0);
        server.Output().ShouldHaveSingleItem().ShouldBe($"Listening on {server.Endpoint}");
    }

    [Fact]
    public void The_trace_shows_how_two_clients_are_interleaved()
    {
        using var server =
            ServeProcess.Start("hashtable", "--model", "select", "--port", "0", "--data", "none", "--trace");
        using var one = new JsonLineClient(server.Endpoint);
        using var two = new JsonLineClient(server.Endpoint);
        one.Insert("a", 1).ShouldBeTrue();
        two.Insert("b", 2).ShouldBeTrue();
        one.Lookup("b").ShouldBe(2);
        server.Terminate();
        server.AwaitExit();
        var requests = server.Output().Where(line => line.Contains(" took ", StringComparison.Ordinal)).ToList();
        requests.Count.ShouldBe(3);
        requests[0].ShouldStartWith("connection 1 ");
        requests[1].ShouldStartWith("connection 2 ");
        requests[2].ShouldStartWith("connection 1 ");
    }

    [Fact]
    public void A_server_out_of_descriptors_serves_again_when_there_are_some()
    {
        if (OperatingSystem.IsWindows()) return;
        using var server =
            ServeProcess.StartLimited("-n 200", "number-list", "--model", "threaded", "--port", "0", "--count", "10");
        var greedy = Enumerable.Range(0, 300).Select(_ => new TcpClient()).ToList();
        greedy.ForEach(client => client.Connect(server.Endpoint));
        Download(server.Endpoint).Split(',').Length.ShouldBe(10);
        greedy.ForEach(client => client.Dispose());
        server.Terminate();
        server.AwaitExit().ShouldBe(0);
    }

    private static string Download(IPEndPoint server)
    {
        using var client = new TcpClient();
        client.Connect(server);
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        return reader.ReadToEnd();
    }

    private static bool IsValid(string number)
    {
        var digits = number.StartsWith('-') ? number[1..] : number;
        return digits.Length is >= 1 and <= 9
            && digits.All(char.IsAsciiDigit)
            && (digits[0] != '0' || string.Equals(number, "0", StringComparison.Ordinal));
    }
}
