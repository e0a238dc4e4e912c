using System.Net;
using System.Net.Sockets;
using LoadHarness.Discovery.Records;

namespace LoadHarness.Discovery.Serving;

/// <summary>
/// One TCP update: everything the sender sends until it closes or the time is up. Nothing is answered.
/// </summary>
internal sealed class UpdateConnection(UpdateDesk desk, CatalogLimits limits, TimeProvider time)
{
    private const int Piece_bytes = 16 * 1024;

    internal async Task ServeAsync(Socket connection, CancellationToken cancel)
    {
        var sender = ((IPEndPoint)connection.RemoteEndPoint!).Address;
        var update = await ReadAsync(connection, cancel);
        await desk.TakeAsync(update, sender, cancel);
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(Socket connection, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(limits.UpdateReadTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        using var update = new MemoryStream();
        var piece = new byte[Piece_bytes];
        try
        {
            // One byte too many is enough to know that the update is too long.
            while (update.Length <= limits.MaxUpdateBytes)
            {
                var length = await connection.ReceiveAsync(piece, either.Token);
                if (length == 0) break;
                update.Write(piece, 0, length);
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // A sender that leaves its connection open has still said what it had to say.
        }

        return update.ToArray();
    }
}
