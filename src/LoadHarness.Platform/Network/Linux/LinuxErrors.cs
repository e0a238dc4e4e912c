using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace LoadHarness.Platform.Network.Linux;

/// <summary>Linux error numbers (asm-generic/errno.h) as the names .NET uses for them.</summary>
internal static class LinuxErrors
{
    private static readonly Dictionary<int, SocketError> _names = new()
    {
        [1] = SocketError.AccessDenied, // EPERM
        [4] = SocketError.Interrupted, // EINTR
        [9] = SocketError.NotSocket, // EBADF
        [11] = SocketError.WouldBlock, // EAGAIN
        [12] = SocketError.NoBufferSpaceAvailable, // ENOMEM
        [13] = SocketError.AccessDenied, // EACCES
        [22] = SocketError.InvalidArgument, // EINVAL
        [23] = SocketError.TooManyOpenSockets, // ENFILE
        [24] = SocketError.TooManyOpenSockets, // EMFILE
        [32] = SocketError.Shutdown, // EPIPE
        [88] = SocketError.NotSocket, // ENOTSOCK
        [93] = SocketError.ProtocolNotSupported, // EPROTONOSUPPORT
        [95] = SocketError.OperationNotSupported, // EOPNOTSUPP
        [97] = SocketError.AddressFamilyNotSupported, // EAFNOSUPPORT
        [98] = SocketError.AddressAlreadyInUse, // EADDRINUSE
        [99] = SocketError.AddressNotAvailable, // EADDRNOTAVAIL
        [100] = SocketError.NetworkDown, // ENETDOWN
        [101] = SocketError.NetworkUnreachable, // ENETUNREACH
        [102] = SocketError.NetworkReset, // ENETRESET
        [103] = SocketError.ConnectionAborted, // ECONNABORTED
        [104] = SocketError.ConnectionReset, // ECONNRESET
        [105] = SocketError.NoBufferSpaceAvailable, // ENOBUFS
        [106] = SocketError.IsConnected, // EISCONN
        [107] = SocketError.NotConnected, // ENOTCONN
        [110] = SocketError.TimedOut, // ETIMEDOUT
        [111] = SocketError.ConnectionRefused, // ECONNREFUSED
        [112] = SocketError.HostDown, // EHOSTDOWN
        [113] = SocketError.HostUnreachable, // EHOSTUNREACH
        [114] = SocketError.AlreadyInProgress, // EALREADY
        [115] = SocketError.InProgress, // EINPROGRESS
    };

    /// <summary>The failure of the last native call.</summary>
    public static SocketError Last => Named(Marshal.GetLastSystemError());

    /// <summary>
    /// The name of an error number; <see cref="SocketError.Fault"/> for those that sockets do not give.
    /// </summary>
    public static SocketError Named(int number) =>
        number == 0 ? SocketError.Success : _names.GetValueOrDefault(number, SocketError.Fault);
}
