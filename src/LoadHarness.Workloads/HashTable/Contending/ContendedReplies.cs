using LoadHarness.Workloads.HashTable.Dialects;
using LoadHarness.Workloads.HashTable.Loading;
using LoadHarness.Workloads.HashTable.Protocol;

namespace LoadHarness.Workloads.HashTable.Contending;

/// <summary>
/// Reads what a reply says of a key whose value is not known before: in our server's own form byte by byte, else as
/// JSON. Neither allocates. Used by one thread.
/// </summary>
internal sealed class ContendedReplies
{
    private readonly ContendedText _text;
    private readonly Dialect _dialect;
    private readonly JsonReplyCheck _json;
    private readonly SurroundingText?[] _surroundings;
    private readonly byte[] _room;

    internal ContendedReplies(ContendedText text, Dialect dialect)
    {
        (_text, _dialect) = (text, dialect);
        _json = new JsonReplyCheck(text, new SeenKeys(groupSize: 0));
        _surroundings = [.. DialectKeys.Methods.Select((_, i) => SurroundingText.Of(dialect.Reply((TableMethod)i)))];
        _room = new byte[text.LongestPair];
    }

    /// <summary>Reads the reply to a lookup or remove.</summary>
    /// <param name="line">The reply.</param>
    /// <param name="method">What was asked for.</param>
    /// <param name="number">The number of the value; −1 when a success does not tell it.</param>
    internal ContendedReply Read(ReadOnlySpan<byte> line, TableMethod method, out int number)
    {
        number = -1;
        if (_surroundings[(int)method] is { } around) number = _text.NumberOf(around.Inside(line), _room);
        if (number >= 0 || _json.IsAnyValue(line, _dialect.Reply(method).Pattern, out number))
            return ContendedReply.Found;
        return _json.IsDone(line, _dialect.Failed(Failure.Missing, method).Pattern)
            ? ContendedReply.Missing
            : ContendedReply.Wrong;
    }
}
