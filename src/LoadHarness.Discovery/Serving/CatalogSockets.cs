using System.Net;
using System.Net.Sockets;
using LoadHarness.Platform.Sockets;

namespace LoadHarness.Discovery.Serving;

/// <summary>The three sockets of a catalog, all open or none.</summary>
internal sealed class CatalogSockets : IDisposable
{
    private const int Backlog = 512;
    private const int DatagramBuffer_bytes = 1024 * 1024;

    /// <summary>
    /// Of two neighbours one is of the half that Linux gives to clients; where many have just closed their connections,
    /// next to all of these are taken for a minute. A try takes some ten microseconds.
    /// </summary>
    private const int Tries = 1000;

    private CatalogSockets(Socket queries, Socket datagrams, Socket streams)
    {
        Queries = queries;
        Datagrams = datagrams;
        Streams = streams;
    }

    internal Socket Queries { get; }

    internal Socket Datagrams { get; }

    internal Socket Streams { get; }

    internal IPEndPoint Endpoint => (IPEndPoint)Queries.LocalEndPoint!;

    /// <summary>Opens them on the port, or for port 0 on any pair of neighbours that is free.</summary>
    /// <exception cref="SocketException">An address is in use, not ours, or needs a permission.</exception>
    internal static CatalogSockets Open(IPAddress host, int port)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return OpenOnce(host, port);
            }
            catch (SocketException) when (port == 0 && tried < Tries)
            {
                // The system chose a port whose neighbour is taken: let it choose again.
            }
        }
    }

    public void Dispose()
    {
        Queries.Dispose();
        Datagrams.Dispose();
        Streams.Dispose();
    }

    private static CatalogSockets OpenOnce(IPAddress host, int port)
    {
        var queries = ListeningSocket.Open(new IPEndPoint(host, port), Backlog);
        Socket? datagrams = null;
        try
        {
            var chosen = ((IPEndPoint)queries.LocalEndPoint!).Port;
            if (chosen == IPEndPoint.MaxPort) throw new SocketException((int)SocketError.AddressNotAvailable);
            datagrams = new Socket(host.AddressFamily, SocketType.Dgram, ProtocolType.Udp)
            {
                ReceiveBufferSize = DatagramBuffer_bytes,
            };
            datagrams.Bind(new IPEndPoint(host, chosen));
            var streams = ListeningSocket.Open(new IPEndPoint(host, chosen + 1), Backlog);
            return new CatalogSockets(queries, datagrams, streams);
        }
        catch
        {
            queries.Dispose();
            datagrams?.Dispose();
            throw;
        }
    }
}
