using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using LoadHarness.Clients;
using LoadHarness.Clients.Lists;
using LoadHarness.Clients.Work;

namespace LoadHarness.Tests.Clients.Lists;

public sealed class ListsClientTests : IDisposable
{
    private const int Lists = 5;

    private readonly string _folder = Directory.CreateTempSubdirectory("loadharness-lists-").FullName;
    private readonly StringWriter _output = new(CultureInfo.InvariantCulture);
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public ListsClientTests() => _listener.Start();

    public void Dispose()
    {
        _listener.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Sequential_run_downloads_sorts_and_prints_the_lines_of_the_seed()
    {
        var served = ServeAsync("30,-2,100");
        Client().RunSequentially();
        await served;
        ShouldHaveSorted("30,-2,100", "-2,30,100");
        _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldSatisfyAllConditions(
            lines => lines.Length.ShouldBe(2),
            lines => lines[0].TrimEnd().ShouldMatch(@"^Files download time: \d+\.\d+$"),
            lines => lines[1].TrimEnd().ShouldMatch(@"^Sorting time: \d+\.\d+$"));
    }

    [Fact]
    public async Task Optimised_run_makes_the_same_files()
    {
        var served = ServeAsync("30,-2,100");
        var report = Client().RunOptimised(threads: 3, LittleWork());
        await served;
        ShouldHaveSorted("30,-2,100", "-2,30,100");
        report.Manner.ShouldStartWith("threads of this process: 1 (");
    }

    [Fact]
    public async Task Comparison_downloads_twice_and_tells_that_the_files_are_identical()
    {
        var served = Task.WhenAll(ServeAsync("2,1"), ServeAsync("2,1"));
        Client().Compare(threads: 2, LittleWork());
        await served;
        ShouldHaveSorted("2,1", "1,2");
        _output.ToString().ShouldContain("outputs: identical, SHA-256 ");
    }

    [Fact]
    public async Task A_server_that_sends_nothing_is_told_with_its_address()
    {
        var served = ServeAsync("", count: 1);
        var failure = Should.Throw<ServerException>(Client().RunSequentially);
        failure.Message.ShouldBe($"list 0 from {_listener.LocalEndpoint}: the server closed without sending anything");
        await served;
    }

    [Fact]
    public void A_server_that_is_not_there_is_told_with_its_address()
    {
        var client = Client();
        _listener.Stop();
        Should.Throw<ServerException>(client.RunSequentially).Message.ShouldStartWith("list 0 from 127.0.0.1:");
    }

    private static WorkRunner LittleWork() =>
        new((_, _) => throw new InvalidOperationException("no worker processes for so little work"), workers: 1);

    private ListsClient Client()
    {
        var folders = new ListFolders(_folder);
        return new ListsClient(new ListDownload(_listener.LocalEndpoint, folders), folders, Lists, _output);
    }

    private async Task ServeAsync(string text, int count = Lists)
    {
        for (var i = 0; i < count; i++)
        {
            using var connection = await _listener.AcceptSocketAsync();
            await connection.SendAsync(Encoding.ASCII.GetBytes(text));
        }
    }

    private void ShouldHaveSorted(string unsorted, string sorted)
    {
        for (var i = 0; i < Lists; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{i}.txt");
            File.ReadAllText(Path.Combine(_folder, "unsorted_files", name)).ShouldBe(unsorted);
            File.ReadAllText(Path.Combine(_folder, "sorted_files", name)).ShouldBe(sorted);
        }
    }
}
