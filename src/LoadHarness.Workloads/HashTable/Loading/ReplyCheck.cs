using System.Buffers.Text;
using LoadHarness.Workloads.HashTable.Dialects;
using LoadHarness.Workloads.HashTable.Protocol;

namespace LoadHarness.Workloads.HashTable.Loading;

/// <summary>
/// Whether a reply is the right one. A reply in our server's own form is compared byte by byte; any other is read as
/// JSON (<see cref="JsonReplyCheck"/>). Neither allocates. Used by one thread.
/// </summary>
internal sealed class ReplyCheck
{
    private readonly LoadShape _shape;
    private readonly IEntryText _text;
    private readonly Dialect _dialect;
    private readonly JsonReplyCheck _json;
    private readonly byte[] _expected;
    private readonly SeenKeys _seen;
    private readonly SurroundingText?[] _surroundings;

    internal ReplyCheck(LoadShape shape, IEntryText text, Dialect dialect)
    {
        _shape = shape;
        _text = text;
        _dialect = dialect;
        _expected = new byte[shape.ValueSize];
        _seen = new SeenKeys(shape.ScanResult);
        _json = new JsonReplyCheck(text, _seen);
        _surroundings = [.. DialectKeys.Methods.Select((_, i) => SurroundingText.Of(dialect.Reply((TableMethod)i)))];
    }

    /// <summary>An insert has succeeded.</summary>
    internal bool IsInserted(ReadOnlySpan<byte> line) =>
        (_surroundings[(int)TableMethod.Insert] is { } fixedText && fixedText.IsAll(line))
        || _json.IsDone(line, _dialect.Reply(TableMethod.Insert).Pattern)
        || (_dialect.Overwrite is { } overwrite && _json.IsDone(line, overwrite.Pattern));

    /// <summary>A remove has succeeded, or failed because the key is not there: either way it is gone now.</summary>
    internal bool IsGone(ReadOnlySpan<byte> line) =>
        _json.IsDone(line, _dialect.Reply(TableMethod.Remove).Pattern)
        || _json.IsDone(line, _dialect.Failed(Failure.Missing, TableMethod.Remove).Pattern);

    /// <summary>A success with the value of a key, as far as the dialect tells it.</summary>
    internal bool IsValue(ReadOnlySpan<byte> line, TableMethod method, KeyKind kind, int number)
    {
        var length = _text.WriteValue(kind, number, _expected);
        return (_surroundings[(int)method]?.IsAround(line, _expected.AsSpan(0, length)) ?? false)
            || _json.IsValue(line, _dialect.Reply(method).Pattern, kind, number);
    }

    /// <summary>A success with exactly the base keys of a group and their values, in any order.</summary>
    internal bool IsGroup(ReadOnlySpan<byte> line, int group) =>
        IsOurGroup(line, group) || _json.IsGroup(line, _dialect.Reply(TableMethod.Scan).Pattern, group);

    private bool IsOurGroup(ReadOnlySpan<byte> line, int group)
    {
        if (_surroundings[(int)TableMethod.Scan] is not { } around) return false;
        if (!TrySkip(ref line, around.Before) || !TrySkip(ref line, "["u8)) return false;
        _seen.Begin(group);
        for (var i = 0; i < _shape.ScanResult; i++)
        {
            if (i > 0 && !TrySkip(ref line, ","u8)) return false;
            if (!TrySkip(ref line, "[\""u8) || !TrySkip(ref line, _text.BasePrefix)) return false;
            if (!Utf8Parser.TryParse(line, out int number, out var digits) || !_seen.Add(number)) return false;
            line = line[digits..];
            if (!TrySkip(ref line, "\","u8)) return false;
            var length = _text.WriteValue(KeyKind.Base, number, _expected);
            if (!TrySkip(ref line, _expected.AsSpan(0, length)) || !TrySkip(ref line, "]"u8)) return false;
        }

        return TrySkip(ref line, "]"u8) && line.SequenceEqual(around.After);
    }

    private static bool TrySkip(ref ReadOnlySpan<byte> line, ReadOnlySpan<byte> text)
    {
        if (!line.StartsWith(text)) return false;
        line = line[text.Length..];
        return true;
    }
}
