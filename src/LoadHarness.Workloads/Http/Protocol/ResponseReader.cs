using System.Buffers.Text;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Http.Protocol;

/// <summary>
/// Reads one response after the other, however it is cut into pieces. Bodies are counted and not kept. Not thread-safe.
/// </summary>
internal sealed class ResponseReader
{
    private const int More = -1;
    private const int Wrong = -2;
    private const int LongestChunkLine_bytes = 1024;

    private Phase _phase;
    private bool _isChunked;
    private long _left;

    private enum Phase
    {
        Head = 0,
        Body = 1,
        ChunkLength = 2,
        ChunkEnd = 3,
        Trailer = 4,
        Done = 5,
    }

    /// <summary>Status code, e.g. 200.</summary>
    public int Status { get; private set; }

    /// <summary>Bytes of the body so far.</summary>
    public long Body_bytes { get; private set; }

    /// <summary>Begins the next response.</summary>
    public void Begin() => (_phase, _isChunked, _left, Status, Body_bytes) = (Phase.Head, false, 0, 0, 0);

    /// <summary>Reads on.</summary>
    /// <param name="input">What was not consumed before, and what has come since.</param>
    /// <param name="consumed">Bytes done with.</param>
    public ReadState Read(ReadOnlySpan<byte> input, out int consumed)
    {
        consumed = 0;
        while (_phase != Phase.Done)
        {
            var rest = input[consumed..];
            var used = _phase switch
            {
                Phase.Head => ReadHead(rest),
                Phase.Body => ReadBody(rest),
                Phase.ChunkLength => ReadChunkLength(rest),
                Phase.ChunkEnd => ReadChunkEnd(rest),
                _ => ReadTrailer(rest),
            };
            if (used < 0) return used == More ? ReadState.Incomplete : ReadState.Malformed;
            consumed += used;
        }

        return ReadState.Complete;
    }

    private int ReadHead(ReadOnlySpan<byte> input)
    {
        if (!TryFind(input, "\r\n\r\n"u8, HeadFields.LongestHead_bytes, out var end)) return end;
        var head = input[..(end + 2)];
        var line = head[..head.IndexOf("\r\n"u8)];
        if (line.Length < 12 || !line.StartsWith("HTTP/1."u8) || line[8] != ' '
            || !Utf8Parser.TryParse(line.Slice(9, 3), out int status, out var used) || used != 3
            || !HeadFields.TryRead(head[(line.Length + 2)..], out var fields))
        {
            return Wrong;
        }

        // An interim response announces another one.
        if (status is < 200 and not 101) return end + 4;
        Status = status;
        _isChunked = fields.IsChunked;
        _left = Math.Max(0, fields.Length);
        var hasBody = status is not (204 or 304);
        // A body that ends with the connection would end the client's, too.
        if (hasBody && !fields.IsChunked && fields.Length < 0) return Wrong;
        _phase = !hasBody ? Phase.Done
            : _isChunked ? Phase.ChunkLength
            : _left > 0 ? Phase.Body
            : Phase.Done;
        return end + 4;
    }

    private int ReadBody(ReadOnlySpan<byte> input)
    {
        var used = (int)Math.Min(_left, input.Length);
        if (used == 0) return More;
        _left -= used;
        Body_bytes += used;
        if (_left == 0) _phase = _isChunked ? Phase.ChunkEnd : Phase.Done;
        return used;
    }

    private int ReadChunkLength(ReadOnlySpan<byte> input)
    {
        if (!TryFind(input, "\r\n"u8, LongestChunkLine_bytes, out var end)) return end;
        var digits = input[..end];
        var extension = digits.IndexOf((byte)';');
        if (extension >= 0) digits = digits[..extension];
        digits = digits.TrimEnd(" \t"u8);
        if (!Utf8Parser.TryParse(digits, out long length, out var used, 'x') || used != digits.Length || length < 0)
            return Wrong;
        (_left, _phase) = (length, length == 0 ? Phase.Trailer : Phase.Body);
        return end + 2;
    }

    private int ReadChunkEnd(ReadOnlySpan<byte> input)
    {
        if (input.Length < 2) return More;
        _phase = Phase.ChunkLength;
        return input.StartsWith("\r\n"u8) ? 2 : Wrong;
    }

    private int ReadTrailer(ReadOnlySpan<byte> input)
    {
        if (!TryFind(input, "\r\n"u8, HeadFields.LongestHead_bytes, out var end)) return end;
        if (end == 0) _phase = Phase.Done;
        return end + 2;
    }

    /// <summary>Where an end stands, or in its place what is returned when it does not.</summary>
    private static bool TryFind(ReadOnlySpan<byte> input, ReadOnlySpan<byte> wanted, int longest, out int end)
    {
        var state = BoundedSearch.Find(input, wanted, longest, out end);
        if (state != ReadState.Complete) end = state == ReadState.Incomplete ? More : Wrong;
        return state == ReadState.Complete;
    }
}
