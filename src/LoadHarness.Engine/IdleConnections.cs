using System.Net;
using System.Net.Sockets;

namespace LoadHarness.Engine;

/// <summary>
/// Connections that are held open beside the clients and on which nothing is ever sent: what a server has to carry for
/// users who are there and do nothing. They cost the generator no time while a level is measured.
/// </summary>
/// <param name="target">Where the server listens.</param>
/// <param name="count">Connections wanted, ≥ 0.</param>
/// <param name="sources">Addresses of this machine that they come from, in turn; empty leaves the choice to the
/// system.</param>
public sealed class IdleConnections(IPEndPoint target, int count, IReadOnlyList<IPAddress> sources) : IDisposable
{
    private const int InternetLevel = 0;
    private const int BindAddressNoPort = 24;

    private readonly List<Socket> _sockets = [];
    private int _opened;

    /// <summary>
    /// Opens what is missing. Stops at the first connect that fails: <see cref="CountOpen"/> tells how many there are.
    /// </summary>
    /// <param name="cancellation">Ends the opening early.</param>
    public void Fill(CancellationToken cancellation)
    {
        CountOpen();
        while (_sockets.Count < count && !cancellation.IsCancellationRequested)
        {
            var socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                Bind(socket);
                socket.Connect(target);
                _sockets.Add(socket);
            }
            catch (SocketException)
            {
                socket.Dispose();
                return;
            }
        }
    }

    /// <summary>Those that the server has not closed; the others are let go.</summary>
    public int CountOpen()
    {
        _sockets.RemoveAll(IsGone);
        return _sockets.Count;
    }

    /// <summary>Closes them with a reset, so that thousands leave no TIME_WAIT behind.</summary>
    public void Dispose()
    {
        foreach (var socket in _sockets) socket.Close(timeout: 0);
        _sockets.Clear();
    }

    /// <summary>
    /// The port is left to the connect, which knows the target: ports in use towards others do not count then. Source:
    /// ip(7).
    /// </summary>
    private void Bind(Socket socket)
    {
        if (sources.Count == 0) return;
        if (OperatingSystem.IsLinux()) socket.SetRawSocketOption(InternetLevel, BindAddressNoPort, [1, 0, 0, 0]);
        socket.Bind(new IPEndPoint(sources[_opened++ % sources.Count], 0));
    }

    /// <summary>A server says nothing on an idle connection: what can be read is its end.</summary>
    private static bool IsGone(Socket socket)
    {
        if (!socket.Poll(TimeSpan.Zero, SelectMode.SelectRead)) return false;
        socket.Dispose();
        return true;
    }
}
