using System.Net;
using System.Net.Sockets;
using LoadHarness.Platform.Network.Buffers;
using LoadHarness.Platform.Network.Linux;
using LoadHarness.Platform.Network.Readiness;

namespace LoadHarness.Platform.Network.IoUring;

/// <summary>
/// A connection with its descriptor and its requests. Objects are used again, each with a slot of its own and a new
/// generation every time.
/// </summary>
internal sealed class IoUringConnection(IoUringLoop loop, int slot) : ReadinessConnection
{
    /// <summary>Input that arrived while nobody read, before the receive was withdrawn.</summary>
    public ByteQueue Held;

    private uint _generation;

    public int Descriptor { get; private set; } = -1;

    /// <summary>Requests that stand in the kernel or are on their way there.</summary>
    public Armed Armed { get; set; }

    /// <summary>Round of submission of the newest request.</summary>
    public uint Round { get; set; }

    /// <summary>Round of submission of the newest send.</summary>
    public uint SendRound { get; set; }

    /// <summary>Where the bytes of the newest send are in the arena.</summary>
    public int SendOffset { get; set; }

    /// <summary>Length of the newest send.</summary>
    public int SendLength { get; set; }

    /// <summary>The newest send itself, as long as it has not been handed over.</summary>
    public unsafe Submission* SendEntry { get; set; }

    /// <summary>The peer's end arrived while nobody read.</summary>
    public bool EndHeld { get; set; }

    /// <summary>The completions of this life, not of an earlier one.</summary>
    public bool Owns(ulong key) => IsOpen && RequestKey.GenerationOf(key) == _generation;

    /// <summary>What a request of this connection carries to its completions.</summary>
    public ulong KeyOf(RequestKind kind) => RequestKey.Of(kind, slot, _generation);

    /// <summary>Begins a new life.</summary>
    public void Renew(int descriptor)
    {
        Renew();
        Descriptor = descriptor;
        _generation = (_generation + 1) % RequestKey.Generations;
        (Armed, Round, SendRound, EndHeld) = (Armed.None, 0, 0, false);
    }

    public override int Receive(Span<byte> target) => loop.TakeHeld(this, target);

    public override int Send(ReadOnlySpan<byte> bytes) => loop.Offer(this, bytes);

    public override IPEndPoint ReadPeer() => LinuxSocket.ReadPeer(Descriptor) ?? UnknownPeer;

    public override void ShutdownSend() => loop.ShutdownSubmitted(this);

    public override SocketError TakeError() => LinuxSocket.TakeError(Descriptor);

    public override void Release(bool reset)
    {
        if (Descriptor < 0) return;
        loop.Dismiss(this, reset);
        Descriptor = -1;
    }
}
