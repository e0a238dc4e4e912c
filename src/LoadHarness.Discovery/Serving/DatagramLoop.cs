using System.Net;
using System.Net.Sockets;
using LoadHarness.Platform.Sockets;

namespace LoadHarness.Discovery.Serving;

/// <summary>Receives UDP updates, one after the other. Nothing is ever answered.</summary>
internal sealed class DatagramLoop(Socket socket, UpdateDesk desk, TimeProvider time)
{
    private const int MaxDatagram_bytes = 65_535;

    internal async Task RunAsync(CancellationToken cancel)
    {
        var buffer = new byte[MaxDatagram_bytes];
        var any = socket.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any;
        var anyone = new IPEndPoint(any, 0);
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                var received = await socket.ReceiveFromAsync(buffer, SocketFlags.None, anyone, cancel);
                var sender = ((IPEndPoint)received.RemoteEndPoint).Address;
                await desk.TakeAsync(buffer.AsMemory(0, received.ReceivedBytes), sender, cancel);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException)
            {
                // An error of one datagram, or memory short for a moment: go on, but never in a busy loop.
                await time.Pause(AcceptErrors.BackOff, cancel);
            }
        }
    }
}
