using System.Buffers.Text;
using LoadHarness.Workloads.HashTable.Protocol;

namespace LoadHarness.Workloads.HashTable.Loading;

/// <summary>
/// Whether a reply is the right one. A reply in our server's own form is compared byte by byte; any other is read as
/// JSON
/// (<see cref="JsonReplyCheck"/>). Neither allocates. Used by one thread.
/// </summary>
internal sealed class ReplyCheck
{
    private readonly LoadShape _shape;
    private readonly KeyText _text;
    private readonly JsonReplyCheck _json;
    private readonly byte[] _expected;
    private readonly SeenKeys _seen;

    internal ReplyCheck(LoadShape shape, KeyText text)
    {
        _shape = shape;
        _text = text;
        _expected = new byte[shape.ValueSize];
        _seen = new SeenKeys(shape.ScanResult);
        _json = new JsonReplyCheck(text, _seen);
    }

    private static ReadOnlySpan<byte> End => Reply.End[..^1];

    /// <summary>A success, whatever the result.</summary>
    internal bool IsDone(ReadOnlySpan<byte> line) =>
        (line.StartsWith(Reply.Begin) && line[Reply.Begin.Length..].SequenceEqual("null}"u8)) || _json.IsDone(line);

    /// <summary>A success, or a failure because the key is not there: either way it is gone now.</summary>
    internal bool IsGone(ReadOnlySpan<byte> line) => _json.IsDone(line) || _json.IsKeyError(line);

    /// <summary>A success with the value of a key.</summary>
    internal bool IsValue(ReadOnlySpan<byte> line, KeyKind kind, int number)
    {
        var length = _text.WriteValue(kind, number, _expected);
        return (line.Length == Reply.Begin.Length + length + End.Length
                && line.StartsWith(Reply.Begin)
                && line.Slice(Reply.Begin.Length, length).SequenceEqual(_expected.AsSpan(0, length))
                && line.EndsWith(End))
            || _json.IsValue(line, kind, number);
    }

    /// <summary>A success with exactly the base keys of a group and their values, in any order.</summary>
    internal bool IsGroup(ReadOnlySpan<byte> line, int group) => IsOurGroup(line, group) || _json.IsGroup(line, group);

    private bool IsOurGroup(ReadOnlySpan<byte> line, int group)
    {
        if (!TrySkip(ref line, Reply.Begin) || !TrySkip(ref line, "["u8)) return false;
        _seen.Begin(group);
        for (var i = 0; i < _shape.ScanResult; i++)
        {
            if (i > 0 && !TrySkip(ref line, ","u8)) return false;
            if (!TrySkip(ref line, "[\"k"u8)) return false;
            if (!Utf8Parser.TryParse(line, out int number, out var digits) || !_seen.Add(number)) return false;
            line = line[digits..];
            if (!TrySkip(ref line, "\","u8)) return false;
            var length = _text.WriteValue(KeyKind.Base, number, _expected);
            if (!TrySkip(ref line, _expected.AsSpan(0, length)) || !TrySkip(ref line, "]"u8)) return false;
        }

        return TrySkip(ref line, "]"u8) && line.SequenceEqual(End);
    }

    private static bool TrySkip(ref ReadOnlySpan<byte> line, ReadOnlySpan<byte> text)
    {
        if (!line.StartsWith(text)) return false;
        line = line[text.Length..];
        return true;
    }
}
