using LoadHarness.Workloads.HashTable.Searching;

namespace LoadHarness.Workloads.HashTable.Serving;

/// <summary>The parts of answers that may be large.</summary>
internal static class AnswerParts
{
    private static readonly byte[] _begin = "{\"status\":\"OK\",\"result\":"u8.ToArray();
    private static readonly byte[] _end = "}\n"u8.ToArray();
    private static readonly byte[] _openList = "["u8.ToArray();
    private static readonly byte[] _closeList = "]"u8.ToArray();
    private static readonly byte[] _comma = ","u8.ToArray();

    /// <summary>A success with one value.</summary>
    internal static IEnumerable<ReadOnlyMemory<byte>> Of(byte[] value)
    {
        yield return _begin;
        yield return value;
        yield return _end;
    }

    /// <summary>A success with a list of [key,value] pairs.</summary>
    internal static IEnumerable<ReadOnlyMemory<byte>> Of(IReadOnlyList<FoundPair> pairs)
    {
        yield return _begin;
        yield return _openList;
        for (var i = 0; i < pairs.Count; i++)
        {
            if (i > 0) yield return _comma;
            yield return _openList;
            yield return pairs[i].Key;
            yield return _comma;
            yield return pairs[i].Value;
            yield return _closeList;
        }

        yield return _closeList;
        yield return _end;
    }
}
