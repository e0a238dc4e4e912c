using System.Buffers;

namespace LoadHarness.Results;

/// <summary>The bytes of a file in memory that the next file uses again: a run has hundreds of files.</summary>
internal sealed class WholeFile : IDisposable
{
    private readonly byte[] _buffer;

    private WholeFile(byte[] buffer, int length) => (_buffer, Bytes) = (buffer, buffer.AsMemory(0, length));

    /// <summary>The whole file; not to be used after <see cref="Dispose"/>.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It cannot be read, or has more than 2 GB.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static WholeFile Load(string path)
    {
        using var file = File.OpenHandle(path);
        var length = RandomAccess.GetLength(file);
        if (length > Array.MaxLength) throw new IOException("more than 2 GB");
        var buffer = ArrayPool<byte>.Shared.Rent((int)length);
        var filled = 0;
        while (filled < length)
        {
            var read = RandomAccess.Read(file, buffer.AsSpan(filled, (int)length - filled), filled);
            if (read == 0) break;
            filled += read;
        }

        return new WholeFile(buffer, filled);
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);
}
