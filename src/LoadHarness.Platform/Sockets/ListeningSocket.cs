using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace LoadHarness.Platform.Sockets;

/// <summary>Opens the sockets that servers listen on.</summary>
public static class ListeningSocket
{
    /// <summary>
    /// Binds and listens. The address may be taken again as soon as its last owner has gone (SO_REUSEADDR), but never
    /// shared:
    /// <see cref="SocketOptionName.ReuseAddress"/> would set SO_REUSEPORT as well, and a second server on a busy port
    /// would then silently take half of the connections.
    /// </summary>
    /// <param name="endpoint">Address and port, IPv4 or IPv6; port 0 takes any free one.</param>
    /// <param name="backlog">Length of the queue of connections not yet accepted; the kernel may cap it.</param>
    /// <param name="isShared">
    /// True for one of several processes that listen on a port which one of them holds, see <see cref="SharedPort"/>:
    /// the kernel spreads connections over all of them (SO_REUSEPORT). Linux only.
    /// </param>
    /// <exception cref="SocketException">The address is in use, not ours, or needs a permission.</exception>
    public static Socket Open(IPEndPoint endpoint, int backlog, bool isShared = false)
    {
        var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            AllowReuse(socket);
            if (isShared) AllowSharing(socket);
            socket.Bind(endpoint);
            socket.Listen(backlog);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static void AllowReuse(Socket socket)
    {
        if (OperatingSystem.IsWindows())
        {
            // Windows reuses a closed address by itself; its SO_REUSEADDR would let others take a busy port.
            socket.ExclusiveAddressUse = true;
            return;
        }

        // <asm-generic/socket.h> on Linux, <sys/socket.h> on macOS and the BSDs.
        var (level, reuseAddress) = OperatingSystem.IsLinux() ? (1, 2) : (0xffff, 4);
        Enable(socket, level, reuseAddress);
    }

    /// <summary>Lets others that ask for the same listen on the socket's address beside it; Linux only.</summary>
    internal static void AllowSharing(Socket socket) => Enable(socket, level: 1, option: 15); // SO_REUSEPORT

    private static void Enable(Socket socket, int level, int option)
    {
        Span<byte> enabled = stackalloc byte[sizeof(int)];
        if (BitConverter.IsLittleEndian) BinaryPrimitives.WriteInt32LittleEndian(enabled, 1);
        else BinaryPrimitives.WriteInt32BigEndian(enabled, 1);
        socket.SetRawSocketOption(level, option, enabled);
    }
}
