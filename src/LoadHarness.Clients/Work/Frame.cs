using System.Buffers.Binary;

namespace LoadHarness.Clients.Work;

/// <summary>
/// A message between a program and its worker process: kind (1 byte), length (4 bytes, little-endian), content.
/// </summary>
internal readonly record struct Frame(FrameKind Kind, byte[] Content)
{
    private const int HeadLength = 5;
    private const int Piece = 64 * 1024;

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
        return Read(stream, length) is { } content ? new Frame((FrameKind)head[0], content) : null;
    }

    /// <summary>
    /// As much as is claimed, or nothing. Memory is taken for what has come, not for what is claimed.
    /// </summary>
    private static byte[]? Read(Stream stream, int length)
    {
        var content = new byte[Math.Min(length, Piece)];
        var read = 0;
        while (true)
        {
            var wanted = content.Length - read;
            if (stream.ReadAtLeast(content.AsSpan(read), wanted, throwOnEndOfStream: false) < wanted) return null;
            read = content.Length;
            if (read == length) return content;
            Array.Resize(ref content, (int)Math.Min(length, 2L * read));
        }
    }
}
