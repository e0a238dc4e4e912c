namespace LoadHarness.Workloads.HashTable.Framings;

/// <summary>One message taken from a stream of bytes.</summary>
internal ref struct Frame
{
    /// <summary>The message without its frame.</summary>
    public ReadOnlySpan<byte> Body;

    /// <summary>Bytes of the whole frame.</summary>
    public int Taken;

    /// <summary>Of a frame that is not whole: bytes that need not be looked at again.</summary>
    public int Looked;

    /// <summary>Of a broken one: what is wrong, ASCII.</summary>
    public string Problem;
}
