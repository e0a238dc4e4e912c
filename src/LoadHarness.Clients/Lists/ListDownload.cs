using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LoadHarness.Clients.Work;
using LoadHarness.Platform.Files;

namespace LoadHarness.Clients.Lists;

/// <summary>Downloads lists into files, a connection for each: the server sends a list and closes.</summary>
/// <param name="server">Where it listens.</param>
/// <param name="folders">Where the files go.</param>
public sealed class ListDownload(EndPoint server, ListFolders folders)
{
    private const int PieceSize = 256 * 1024;

    /// <summary>Downloads lists; each thread has one in flight, of which it holds one piece.</summary>
    /// <param name="count">How many.</param>
    /// <param name="threads">How many at once, at least 1.</param>
    /// <returns>Time it took, in seconds.</returns>
    /// <exception cref="ServerException">The server cannot be reached, or a list did not arrive.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public double Run(int count, int threads)
    {
        var timer = StageTimer.Start();
        Sharing.Do([.. Enumerable.Range(0, Math.Min(threads, count)).Select(_ => Hand())], 0, count);
        return timer.Elapsed_s;
    }

    private Action<int> Hand()
    {
        var piece = new byte[PieceSize];
        return list => Download(list, piece);
    }

    private void Download(int list, byte[] piece)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        using var file = new ReplacedFile(folders.Unsorted(list));
        try
        {
            socket.Connect(server);
            for (var length = socket.Receive(piece); length > 0; length = socket.Receive(piece))
                file.Write(piece.AsSpan(0, length));
        }
        catch (SocketException e)
        {
            throw Failed(list, e.Message, e);
        }

        if (file.Length == 0) throw Failed(list, "the server closed without sending anything", null);
    }

    private ServerException Failed(int list, string why, SocketException? cause) =>
        new(string.Create(CultureInfo.InvariantCulture, $"list {list} from {server}: {why}"), cause);
}
