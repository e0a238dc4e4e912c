using System.Globalization;
using LoadHarness.EndToEnd.Tests.Peers;
using LoadHarness.EndToEnd.Tests.Serving;

namespace LoadHarness.EndToEnd.Tests.Mean;

/// <summary>Our server and clients in plain Python: the example runs of the course.</summary>
public sealed class MeanServerTests
{
    /// <summary>The course's client; in place of its pause it waits for a line on its input.</summary>
    private const string Client = """
        import socket, sys
        host, port = sys.argv[1].split(":")
        number, data = sys.argv[2], sys.argv[3]
        def say(text): print(f"Client {number}: {text}", flush=True)
        with socket.socket() as s:
            say(f"connecting to {(host, int(port))}")
            s.connect((host, int(port)))
            say(f"sending data: {data}")
            s.sendall(data.encode())
            sys.stdin.readline()
            say("sending ready message")
            s.sendall(b"ready")
            say("receving mean data")
            say(f"mean_data {float(s.recv(1024).decode())}")
        """;

    /// <summary>Sends every number as a client of its own; its own exact mean is the judge.</summary>
    private const string Judge = """
        import random, socket, sys
        port = int(sys.argv[1])
        draw = random.Random(20250225)
        numbers = [0, -1, 2**53 + 1, 2**54 + 3, 10**22, 10**23, 10**16 - 1, -10**308, 10**308]
        for _ in range(400):
            numbers.append(draw.choice((-1, 1)) * draw.getrandbits(draw.choice((1, 8, 53, 54, 64, 200, 900, 1000))))
        total = 0
        for count, number in enumerate(numbers, 1):
            total += number
            with socket.create_connection(("127.0.0.1", port), timeout=60) as s:
                s.sendall(str(number).encode())
                s.sendall(b"ready")
                answer = b""
                while part := s.recv(1024): answer += part
            assert answer.decode() == repr(total / count), (count, total, answer)
        print("agreed on", count)
        """;

    [PeerTheory("python3")]
    [InlineData("threaded")]
    [InlineData("select")]
    [InlineData("epoll")]
    public async Task Clients_one_after_the_other_see_3_and_4_and_5(string model)
    {
        using var server = Start(model);
        foreach (var (number, data, mean) in new[] { ("1", "3", "3.0"), ("2", "5", "4.0"), ("3", "7", "5.0") })
        {
            await using var client = Begin(server, number, data);
            server.AwaitOutput(line => line.Contains($"received {data} from", StringComparison.Ordinal));
            client.Say();
            var lines = await client.EndAsync();
            lines.ShouldBe(
            [
                $"Client {number}: connecting to ('127.0.0.1', {Port(server)})",
                $"Client {number}: sending data: {data}",
                $"Client {number}: sending ready message",
                $"Client {number}: receving mean data",
                $"Client {number}: mean_data {mean}",
            ]);
        }

        server.Terminate();
        server.AwaitExit().ShouldBe(0);
        WithoutPorts(server.Output()).ShouldBe(
        [
            "Server: listening on 127.0.0.1:P",
            .. Lines("3", "3.0"), .. Lines("5", "4.0"), .. Lines("7", "5.0"),
            "Server: stopped",
        ]);
    }

    [PeerTheory("python3")]
    [InlineData("threaded")]
    [InlineData("select")]
    [InlineData("epoll")]
    public async Task Clients_at_the_same_time_all_see_5(string model)
    {
        using var server = Start(model);
        await using var first = Begin(server, "1", "3");
        await using var second = Begin(server, "2", "5");
        await using var third = Begin(server, "3", "7");
        foreach (var data in new[] { 3, 5, 7 })
        {
            server.AwaitOutput(line => line.Contains(
                string.Create(CultureInfo.InvariantCulture, $"received {data} from"), StringComparison.Ordinal));
        }

        foreach (var client in new[] { third, first, second })
        {
            client.Say();
            (await client.EndAsync())[^1].ShouldEndWith("mean_data 5.0");
        }
    }

    [PeerTheory("python3")]
    [InlineData("threaded")]
    [InlineData("select")]
    [InlineData("epoll")]
    public async Task Python_agrees_on_the_mean_of_numbers_of_every_size(string model)
    {
        using var server = Start(model, "--quiet");
        var said = await PeerProcess.RunAsync("python3", "-c", Judge, Port(server));
        said.Trim().ShouldBe("agreed on 409");
    }

    private static ServeProcess Start(string model, params string[] more) =>
        ServeProcess.Start(["mean", "--model", model, "--port", "0", .. more]);

    private static string Port(ServeProcess server) => server.Endpoint.Port.ToString(CultureInfo.InvariantCulture);

    private static PeerProcess Begin(ServeProcess server, string number, string data) =>
        PeerProcess.Start("python3", "-c", Client, "127.0.0.1:" + Port(server), number, data);

    private static IEnumerable<string> Lines(string data, string mean) =>
    [
        "Server: got connection from client ('127.0.0.1', P)",
        $"Server: received {data} from ('127.0.0.1', P), new mean_data {mean}",
        "Server: waiting for ready message from ('127.0.0.1', P)",
        $"Server: got ready message from ('127.0.0.1', P), sending {mean}",
    ];

    /// <summary>Ports of five digits or so differ from run to run.</summary>
    private static IEnumerable<string> WithoutPorts(IEnumerable<string> lines) => lines.Select(line =>
        System.Text.RegularExpressions.Regex.Replace(
            line, @"(?<host>127\.0\.0\.1:|', )\d+", "${host}P",
            System.Text.RegularExpressions.RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)));
}
