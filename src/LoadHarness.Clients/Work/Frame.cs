using System.Buffers.Binary;

namespace LoadHarness.Clients.Work;

/// <summary>
/// A message between a program and its worker process: kind (1 byte), length (4 bytes, little-endian), content.
/// </summary>
internal readonly record struct Frame(FrameKind Kind, byte[] Content)
{
    private const int HeadLength = 5;

    /// <summary>Writes it and flushes.</summary>
    /// <exception cref="IOException">The other end is gone.</exception>
    public void WriteTo(Stream stream)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        head[0] = (byte)Kind;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], Content.Length);
        stream.Write(head);
        stream.Write(Content);
        stream.Flush();
    }

    /// <summary>Waits for the next one.</summary>
    /// <returns>Null when the other end has closed, even in the middle of a message.</returns>
    public static Frame? ReadFrom(Stream stream)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        if (stream.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false) < HeadLength) return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(head[1..]);
        if (length < 0) return null;
        var content = new byte[length];
        return stream.ReadAtLeast(content, length, throwOnEndOfStream: false) < length
            ? null
            : new Frame((FrameKind)head[0], content);
    }
}
