using System.Net;
using System.Net.Sockets;
using LoadHarness.Clients;
using LoadHarness.Clients.Frames;

namespace LoadHarness.Tests.Clients.Frames;

public sealed class FrameDownloadTests : IDisposable
{
    private readonly FrameFiles _files = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public FrameDownloadTests() => _listener.Start();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(50)]
    public void Each_frame_is_a_connection_and_a_file(int threads)
    {
        var server = Serve(20, connection => [.. Enumerable.Repeat((byte)connection, 100 + 20_000 * connection)]);
        Download(20, threads);
        server.Join();
        var contents = Enumerable.Range(0, 20).Select(frame => File.ReadAllBytes(_files.Folder.Frame(frame))).ToList();
        contents.Select(content => (int)content[0]).Order().ShouldBe(Enumerable.Range(0, 20));
        contents.ShouldAllBe(content => content.Length == 100 + 20_000 * content[0]);
        contents.ShouldAllBe(content => content.All(one => one == content[0]));
    }

    [Fact]
    public void A_longer_file_of_an_earlier_run_is_replaced()
    {
        File.WriteAllText(_files.Folder.Frame(0), "what was here before");
        var server = Serve(1, _ => [1, 2]);
        Download(1, 1);
        server.Join();
        File.ReadAllBytes(_files.Folder.Frame(0)).ShouldBe([1, 2]);
    }

    [Fact]
    public void A_server_that_sends_nothing_is_named()
    {
        var server = Serve(1, _ => []);
        Should.Throw<ServerException>(() => Download(1, 1)).Message
            .ShouldBe($"frame 0 from {_listener.LocalEndpoint}: the server closed without sending anything");
        server.Join();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _files.Dispose();
    }

    private void Download(int count, int threads) =>
        new FrameDownload(_listener.LocalEndpoint).Run(_files.Folder, count, threads);

    /// <summary>Answers so many connections, one after the other, and closes each.</summary>
    private Thread Serve(int count, Func<int, byte[]> answer)
    {
        var thread = new Thread(() =>
        {
            for (var i = 0; i < count; i++)
            {
                using var connection = _listener.AcceptSocket();
                connection.Send(answer(i));
            }
        })
        { IsBackground = true };
        thread.Start();
        return thread;
    }
}
