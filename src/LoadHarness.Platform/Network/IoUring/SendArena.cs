using System.Runtime.InteropServices;

namespace LoadHarness.Platform.Network.IoUring;

/// <summary>
/// The bytes of all sends of one round of submission, one after the other. A send never waits in the kernel, so the
/// place is free again as soon as the round is over.
/// </summary>
internal sealed unsafe class SendArena : IDisposable
{
    private const int Capacity_bytes = 1 << 20;

    private readonly byte* _memory = (byte*)NativeMemory.Alloc(Capacity_bytes);

    /// <summary>Bytes in use.</summary>
    public int Length { get; private set; }

    /// <summary>Bytes left.</summary>
    public int Free => Capacity_bytes - Length;

    /// <summary>Adds a copy of the bytes.</summary>
    /// <returns>Its offset.</returns>
    public int Add(ReadOnlySpan<byte> bytes)
    {
        var offset = Length;
        bytes.CopyTo(new Span<byte>(_memory + offset, bytes.Length));
        Length += bytes.Length;
        return offset;
    }

    /// <summary>The bytes at an offset.</summary>
    public ReadOnlySpan<byte> Bytes(int offset, int length) => new(_memory + offset, length);

    /// <summary>Where they are, for the kernel.</summary>
    public ulong AddressOf(int offset) => (ulong)(_memory + offset);

    /// <summary>The round is over.</summary>
    public void Clear() => Length = 0;

    public void Dispose() => NativeMemory.Free(_memory);
}
