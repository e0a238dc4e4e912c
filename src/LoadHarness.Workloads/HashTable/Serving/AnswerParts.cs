using LoadHarness.Workloads.HashTable.Dialects;
using LoadHarness.Workloads.HashTable.Protocol;
using LoadHarness.Workloads.HashTable.Searching;

namespace LoadHarness.Workloads.HashTable.Serving;

/// <summary>The parts of answers that may be large.</summary>
internal static class AnswerParts
{
    private static readonly byte[] _openList = "["u8.ToArray();
    private static readonly byte[] _closeList = "]"u8.ToArray();
    private static readonly byte[] _comma = ","u8.ToArray();
    private static readonly byte[] _quote = "\""u8.ToArray();

    /// <summary>A success with one value.</summary>
    internal static IEnumerable<ReadOnlyMemory<byte>> Of(Template template, byte[] value)
    {
        foreach (var part in template.Parts.ToArray())
        {
            if (part.Placeholder == Placeholder.None) yield return part.Text;
            else yield return part.IsQuoted ? QuotedText.Of(value) : value;
        }
    }

    /// <summary>A success with a list of [key,value] pairs.</summary>
    internal static IEnumerable<ReadOnlyMemory<byte>> Of(Template template, IReadOnlyList<FoundPair> pairs)
    {
        foreach (var part in template.Parts.ToArray())
        {
            if (part.Placeholder == Placeholder.None)
            {
                yield return part.Text;
                continue;
            }

            var list = Pairs(pairs, asText: part.Placeholder == Placeholder.TextPairs);
            foreach (var piece in list) yield return part.IsQuoted ? QuotedText.Of(piece.Span) : piece;
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Pairs(IReadOnlyList<FoundPair> pairs, bool asText)
    {
        yield return _openList;
        for (var i = 0; i < pairs.Count; i++)
        {
            if (i > 0) yield return _comma;
            yield return _openList;
            yield return pairs[i].Key;
            yield return _comma;
            if (asText) yield return _quote;
            yield return asText ? QuotedText.Of(pairs[i].Value) : pairs[i].Value;
            if (asText) yield return _quote;
            yield return _closeList;
        }

        yield return _closeList;
    }
}
