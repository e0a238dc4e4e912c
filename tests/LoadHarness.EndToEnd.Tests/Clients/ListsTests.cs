using System.Net;
using System.Net.Sockets;
using LoadHarness.Cli;
using LoadHarness.EndToEnd.Tests.Peers;
using LoadHarness.EndToEnd.Tests.Serving;

namespace LoadHarness.EndToEnd.Tests.Clients;

public sealed class ListsTests : IDisposable
{
    private const string Lists = "5";
    private const string Numbers = "20000";

    private const string Check = """
        import sys
        folder, count, expected = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
        for i in range(count):
            numbers = [int(n) for n in open(f"{folder}/unsorted_files/{i}.txt").read().split(",")]
            assert len(numbers) == expected, len(numbers)
            assert open(f"{folder}/sorted_files/{i}.txt").read() == ",".join(map(str, sorted(numbers))), i
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PeerFact("python3")]
    public async Task Lists_sorted_by_worker_processes_are_sorted_and_keep_all_numbers()
    {
        using var server =
            ServeProcess.Start("number-list", "--model", "threaded", "--port", "0", "--count", Numbers);
        var run = Client(server.Endpoint, "--always-processes");
        run.ExitCode.ShouldBe(ExitCode.Success, run.Errors);
        run.Output.ShouldMatch(@"^Files download time: \d+\.\d+\nSorting time: \d+\.\d+\n$");
        run.Errors.ShouldStartWith("sorting by worker processes: ");
        await PeerProcess.RunAsync("python3", "-c", Check, _folder.Path, Lists, Numbers);
    }

    [PeerFact("python3")]
    public async Task Both_ways_make_the_same_files_and_are_compared()
    {
        using var server = ServeProcess.Start("number-list", "--model", "select", "--port", "0", "--count", Numbers);
        var run = Client(server.Endpoint, "--compare");
        run.ExitCode.ShouldBe(ExitCode.Success, run.Errors);
        run.Output.ShouldContain("\ndownload ");
        run.Output.ShouldContain("\nsorting ");
        run.Output.ShouldContain("\noutputs: identical, SHA-256 ");
        await PeerProcess.RunAsync("python3", "-c", Check, _folder.Path, Lists, Numbers);
    }

    [Theory]
    [InlineData("--always-processes")]
    [InlineData("--sequential")]
    public async Task What_is_no_list_is_told_by_its_file(string way)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var served = ServeAsync(listener, "1,two"u8.ToArray());
        var run = Client((IPEndPoint)listener.LocalEndpoint, way);
        await served;
        run.ExitCode.ShouldBe(ExitCode.WorkFailed);
        run.Errors.Trim().ShouldMatch(@"^\S+[\\/]unsorted_files[\\/]\d\.txt: not a list of integers [^\n]*$");
    }

    [Fact]
    public void A_server_that_is_not_there_is_one_clear_line()
    {
        using var reserved = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        reserved.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var run = Client((IPEndPoint)reserved.LocalEndPoint!);
        run.ExitCode.ShouldBe(ExitCode.ServerFailed);
        run.Errors.Trim().ShouldMatch(@"^list \d from 127\.0\.0\.1:\d+: [^\n]+$");
    }

    private static async Task ServeAsync(TcpListener listener, byte[] text)
    {
        for (var i = 0; i < 5; i++)
        {
            using var connection = await listener.AcceptSocketAsync();
            await connection.SendAsync(text);
        }
    }

    private ProgramRun Client(IPEndPoint server, params string[] flags) => ProgramRun.Of(
        ["client", "lists", server.ToString(), "--count", Lists, "--folder", _folder.Path, .. flags]);
}
