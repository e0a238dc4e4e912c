using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using LoadHarness.Platform.Network.Readiness;

namespace LoadHarness.Platform.Network.Linux;

/// <summary>Non-blocking TCP sockets by descriptor.</summary>
internal static unsafe class LinuxSocket
{
    private const int ShortFamily = 2;
    private const int LongFamily = 10;
    private const int Stream = 1;
    private const int NonBlockingCloseOnExec = 0x800 | 0x80000;
    private const int SocketLevel = 1;
    private const int PendingError = 4;
    private const int Linger = 13;
    private const int TcpLevel = 6;
    private const int NoDelay = 1;
    private const int InternetLevel = 0;
    private const int BindAddressNoPort = 24;
    private const int NoSignal = 0x4000;
    private const int SendingSide = 1;
    private const int BothSides = 2;
    private const int InterruptedError = 4;
    private const int ShortAddress = 16;
    private const int LongestAddress = 28;

    /// <summary>A new socket with TCP_NODELAY, or −1.</summary>
    public static int Open(AddressFamily family)
    {
        var socket = Libc.Socket(
            family == AddressFamily.InterNetworkV6 ? LongFamily : ShortFamily, Stream | NonBlockingCloseOnExec, 0);
        if (socket >= 0) SetOption(socket, TcpLevel, NoDelay, 1);
        return socket;
    }

    /// <summary>
    /// Makes a socket come from an address; null leaves it to the system. The port is chosen by the connect, which
    /// knows the target: ports in use towards others do not count then. Source: ip(7), ipv6(7).
    /// </summary>
    public static SocketError Bind(int socket, IPAddress? source)
    {
        if (source is null) return SocketError.Success;
        var isLong = source.AddressFamily == AddressFamily.InterNetworkV6;
        var address = stackalloc byte[LongestAddress];
        new Span<byte>(address, LongestAddress).Clear();
        *(ushort*)address = (ushort)(isLong ? LongFamily : ShortFamily);
        if (isLong) *(uint*)(address + 24) = (uint)source.ScopeId;
        source.TryWriteBytes(new Span<byte>(address + (isLong ? 8 : 4), LongestAddress - 8), out _);
        SetOption(socket, InternetLevel, BindAddressNoPort, 1);
        return Libc.Bind(socket, address, isLong ? LongestAddress : (uint)ShortAddress) == 0
            ? SocketError.Success
            : LinuxErrors.Last;
    }

    /// <summary>Starts connecting. <see cref="SocketError.Success"/>: readiness will tell the outcome.</summary>
    public static SocketError Connect(int socket, ReadOnlySpan<byte> address)
    {
        fixed (byte* first = address)
        {
            if (Libc.Connect(socket, first, (uint)address.Length) == 0) return SocketError.Success;
        }

        var error = LinuxErrors.Last;
        return error is SocketError.InProgress or SocketError.Interrupted ? SocketError.Success : error;
    }

    /// <summary>Takes one connection from the backlog: its descriptor, or a negative <see cref="Transfer"/>.</summary>
    public static int Accept(int socket)
    {
        var accepted = Libc.Accept(socket, null, null, NonBlockingCloseOnExec);
        return accepted >= 0 ? accepted : Transfer.Failed(LinuxErrors.Last);
    }

    /// <summary>See <see cref="Transfer"/>.</summary>
    public static int Receive(int socket, Span<byte> target)
    {
        fixed (byte* first = target)
        {
            nint received;
            do received = Libc.Receive(socket, first, (nuint)target.Length, 0);
            while (received < 0 && Marshal.GetLastSystemError() == InterruptedError);
            return received >= 0 ? (int)received : Transfer.Failed(LinuxErrors.Last);
        }
    }

    /// <summary>See <see cref="Transfer"/>.</summary>
    public static int Send(int socket, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* first = bytes)
        {
            nint sent;
            do sent = Libc.Send(socket, first, (nuint)bytes.Length, NoSignal);
            while (sent < 0 && Marshal.GetLastSystemError() == InterruptedError);
            return sent >= 0 ? (int)sent : Transfer.Failed(LinuxErrors.Last);
        }
    }

    /// <summary>Shuts the sending side down.</summary>
    public static void ShutdownSend(int socket) => _ = Libc.Shutdown(socket, SendingSide);

    /// <summary>The other end's address; null when there is none any more.</summary>
    public static IPEndPoint? ReadPeer(int socket)
    {
        var bytes = stackalloc byte[LongestAddress];
        uint length = LongestAddress;
        if (Libc.PeerName(socket, bytes, &length) != 0) return null;
        var isLong = length > ShortAddress;
        var family = isLong ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork;
        var address = new SocketAddress(family, (int)length);
        new ReadOnlySpan<byte>(bytes, (int)length).CopyTo(address.Buffer.Span);
        return (IPEndPoint)new IPEndPoint(isLong ? IPAddress.IPv6Any : IPAddress.Any, 0).Create(address);
    }

    /// <summary>Ends both directions at once, whoever else still holds the socket.</summary>
    public static void ShutdownBoth(int socket) => _ = Libc.Shutdown(socket, BothSides);

    /// <summary>Resets the connection at once, whoever else still holds the socket.</summary>
    public static void Abort(int socket)
    {
        var nowhere = stackalloc byte[16]; // An address of the family "unspecified" dissolves the association.
        new Span<byte>(nowhere, 16).Clear();
        _ = Libc.Connect(socket, nowhere, 16);
    }

    /// <summary>Reads and clears the pending error.</summary>
    public static SocketError TakeError(int socket)
    {
        var error = 0;
        uint length = sizeof(int);
        return Libc.GetOption(socket, SocketLevel, PendingError, &error, &length) == 0
            ? LinuxErrors.Named(error) : LinuxErrors.Last;
    }

    /// <summary>Closes; with a reset when asked, which leaves no TIME_WAIT.</summary>
    public static void Close(int socket, bool reset)
    {
        if (reset)
        {
            var lingerNothing = stackalloc int[] { 1, 0 };
            _ = Libc.SetOption(socket, SocketLevel, Linger, lingerNothing, 2 * sizeof(int));
        }

        _ = Libc.Close(socket);
    }

    private static int SetOption(int socket, int level, int name, int value) =>
        Libc.SetOption(socket, level, name, &value, sizeof(int));
}
