using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LoadHarness.Clients.Work;
using LoadHarness.Platform.Files;

namespace LoadHarness.Clients.Frames;

/// <summary>Downloads frames into files, a connection for each: the server sends an image and closes.</summary>
/// <param name="server">Where it listens.</param>
public sealed class FrameDownload(EndPoint server)
{
    private const int PieceSize = 64 * 1024;

    /// <summary>Downloads frames.</summary>
    /// <param name="folder">Where the files go.</param>
    /// <param name="count">How many.</param>
    /// <param name="threads">How many at once, at least 1.</param>
    /// <returns>Time it took, in seconds.</returns>
    /// <exception cref="ServerException">The server cannot be reached, or a frame did not arrive.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public double Run(FrameFolder folder, int count, int threads)
    {
        folder.Create();
        var timer = StageTimer.Start();
        Sharing.Do([.. Enumerable.Range(0, Math.Min(threads, count)).Select(_ => Hand(folder))], 0, count);
        return timer.Elapsed_s;
    }

    private Action<int> Hand(FrameFolder folder)
    {
        var piece = new byte[PieceSize];
        return frame => Download(frame, folder.Frame(frame), piece);
    }

    private void Download(int frame, string path, byte[] piece)
    {
        try
        {
            using var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Connect(server);
            var length = socket.Receive(piece);
            if (length == 0) throw Failed(frame, "the server closed without sending anything", null);
            using var file = new ReplacedFile(path);
            for (; length > 0; length = socket.Receive(piece)) file.Write(piece.AsSpan(0, length));
        }
        catch (SocketException e)
        {
            throw Failed(frame, e.Message, e);
        }
    }

    private ServerException Failed(int frame, string why, SocketException? cause) =>
        new(string.Create(CultureInfo.InvariantCulture, $"frame {frame} from {server}: {why}"), cause);
}
