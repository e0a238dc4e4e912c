using System.Net;
using System.Net.Sockets;
using LoadHarness.Platform.Network.Linux;
using LoadHarness.Platform.Network.Readiness;

namespace LoadHarness.Platform.Network.Epoll;

/// <summary>
/// A connection with its descriptor. Objects are used again, each with a slot of its own and a new generation every
/// time.
/// </summary>
internal sealed class EpollConnection(int slot) : ReadinessConnection
{
    private int _descriptor = -1;
    private uint _generation;

    /// <summary>
    /// What epoll hands back. The generation tells a late event of an earlier life of this object from one of the
    /// present:
    /// a descriptor that a process just being started still holds a copy of stays registered for a moment after its
    /// close.
    /// </summary>
    public ulong Key => ((ulong)_generation << 32) | (uint)slot;

    /// <summary>Begins a new life.</summary>
    public void Renew(int descriptor)
    {
        Renew();
        _descriptor = descriptor;
        _generation++;
    }

    public override int Receive(Span<byte> target) => LinuxSocket.Receive(_descriptor, target);

    public override int Send(ReadOnlySpan<byte> bytes) => LinuxSocket.Send(_descriptor, bytes);

    public override IPEndPoint ReadPeer() => LinuxSocket.ReadPeer(_descriptor) ?? UnknownPeer;

    public override void ShutdownSend() => LinuxSocket.ShutdownSend(_descriptor);

    public override SocketError TakeError() => LinuxSocket.TakeError(_descriptor);

    public override void Release(bool reset)
    {
        if (_descriptor >= 0) LinuxSocket.Close(_descriptor, reset);
        _descriptor = -1;
    }
}
