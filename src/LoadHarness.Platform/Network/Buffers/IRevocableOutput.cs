using System.Buffers;

namespace LoadHarness.Platform.Network.Buffers;

/// <summary>Where a handler writes, and what a server can take back when the handler fails half-way.</summary>
public interface IRevocableOutput : IBufferWriter<byte>
{
    /// <summary>Bytes written that have not left.</summary>
    int Length { get; }

    /// <summary>Takes back what was written after <see cref="Length"/> was <paramref name="length"/>.</summary>
    void CutBack(int length);
}
