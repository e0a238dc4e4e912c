namespace LoadHarness.Workloads.Image.Png;

/// <summary>
/// Follows a PNG of which pieces arrive, chunk by chunk: signature, lengths, checksums and order. Holds no pixels.
/// </summary>
/// <param name="longestContent">Bytes of the longest content that is accepted.</param>
internal struct PngReader(uint longestContent)
{
    private const uint LongestOfAll = int.MaxValue - PngChunk.Overhead;

    private readonly uint _longestContent = Math.Min(longestContent, LongestOfAll);
    private Stage _stage;

    private enum Stage
    {
        Signature = 0,
        Header = 1,
        BeforeData = 2,
        Data = 3,
        AfterData = 4,
        Ended = 5,
    }

    /// <summary>The first eight bytes of every PNG.</summary>
    internal static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>What is wrong, for people; null while nothing is.</summary>
    internal string? Problem { get; private set; }

    /// <summary>True when the last chunk has been read and nothing was wrong.</summary>
    internal readonly bool IsComplete => _stage == Stage.Ended && Problem is null;

    /// <summary>What the first chunk says; meaningful once that has been read.</summary>
    internal PngHeader Header { get; private set; }

    /// <summary>Takes the next chunk from the input, once all of it is there.</summary>
    /// <param name="input">Loses what has been read.</param>
    /// <param name="chunk">Receives the chunk; it points into the input.</param>
    /// <returns>False when more input is needed, the end has been reached or something is wrong.</returns>
    internal bool TryNext(scoped ref ReadOnlySpan<byte> input, out PngChunk chunk)
    {
        chunk = default;
        if (_stage == Stage.Signature && !TakeSignature(ref input)) return false;
        if (Problem is not null || PngChunk.ClaimedLength(input) is not { } length) return false;
        if (_stage == Stage.Ended) return Fails("something follows the last chunk");
        if (length > _longestContent) return Fails("a chunk is too long");
        var whole = (int)length + PngChunk.Overhead;
        if (input.Length < whole) return false;
        if (!PngChunk.TryRead(input[..whole], out chunk)) return Fails("a chunk's checksum is wrong");
        input = input[whole..];
        return Follow(chunk);
    }

    private bool TakeSignature(ref ReadOnlySpan<byte> input)
    {
        var known = Math.Min(input.Length, Signature.Length);
        if (!input[..known].SequenceEqual(Signature[..known])) return Fails("it is not a PNG");
        if (known < Signature.Length) return false;
        input = input[known..];
        _stage = Stage.Header;
        return true;
    }

    /// <summary>Checks that the chunk may stand where it does.</summary>
    private bool Follow(PngChunk chunk)
    {
        if ((_stage == Stage.Header) != (chunk.Type == PngChunk.Header)) return Fails("IHDR is not the first chunk");
        switch (chunk.Type)
        {
            case PngChunk.Header:
                if (!PngHeader.TryRead(chunk.Content, out var header)) return Fails("IHDR says what is not allowed");
                Header = header;
                _stage = Stage.BeforeData;
                return true;
            case PngChunk.Data:
                if (_stage == Stage.AfterData) return Fails("IDAT chunks do not follow each other");
                _stage = Stage.Data;
                return true;
            case PngChunk.End:
                if (_stage == Stage.BeforeData) return Fails("there is no IDAT chunk");
                if (chunk.Content.Length > 0) return Fails("IEND is not empty");
                _stage = Stage.Ended;
                return true;
            default:
                if (_stage == Stage.Data) _stage = Stage.AfterData;
                return chunk.IsAncillary || chunk.Type == PngChunk.Palette || Fails("a critical chunk is unknown");
        }
    }

    private bool Fails(string problem)
    {
        Problem = problem;
        return false;
    }
}
