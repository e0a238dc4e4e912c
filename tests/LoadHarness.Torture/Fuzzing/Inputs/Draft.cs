namespace LoadHarness.Torture.Fuzzing.Inputs;

/// <summary>An input being made: bytes that can be cut, filled and exchanged, up to a length.</summary>
internal sealed class Draft(int longest_bytes)
{
    private readonly byte[] _bytes = new byte[longest_bytes];

    /// <summary>Bytes in it.</summary>
    public int Length { get; private set; }

    /// <summary>Bytes that it can still take.</summary>
    public int Room => _bytes.Length - Length;

    /// <summary>The bytes, to be changed in place.</summary>
    public Span<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>Begins anew with a copy; what is too long is cut off.</summary>
    public void Begin(ReadOnlySpan<byte> bytes)
    {
        Length = 0;
        Replace(0, 0, bytes);
    }

    /// <summary>Puts bytes in the place of others; what does not fit is left out.</summary>
    /// <param name="at">Where, 0 … <see cref="Length"/>.</param>
    /// <param name="removed">How many are taken out, as far as there are so many.</param>
    /// <param name="inserted">What is put in. Not a part of this draft.</param>
    public void Replace(int at, int removed, ReadOnlySpan<byte> inserted)
    {
        removed = Math.Min(removed, Length - at);
        inserted = inserted[..Math.Min(inserted.Length, Room + removed)];
        Bytes[(at + removed)..].CopyTo(_bytes.AsSpan(at + inserted.Length));
        inserted.CopyTo(_bytes.AsSpan(at));
        Length += inserted.Length - removed;
    }

    /// <summary>A copy.</summary>
    public byte[] ToArray() => Bytes.ToArray();
}
