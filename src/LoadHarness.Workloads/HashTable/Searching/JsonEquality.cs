using System.Runtime.InteropServices;
using System.Text.Json;
using LoadHarness.Workloads.HashTable.Protocol;

namespace LoadHarness.Workloads.HashTable.Searching;

/// <summary>
/// Whether two JSON values mean the same: numbers by their value (1 equals 1.0), objects whatever the order of their
/// members.
/// Unlike in Python, <c>true</c> is not 1.
/// </summary>
internal static class JsonEquality
{
    private static readonly JsonDocumentOptions _options = new() { MaxDepth = RequestReader.MaxDepth };

    /// <summary>Compares two values in canonical form.</summary>
    internal static bool AreEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.SequenceEqual(right)) return true;
        if (left[0] is (byte)'"' or (byte)'t' or (byte)'f' or (byte)'n') return false;
        using var a = JsonDocument.Parse(left.ToArray(), _options);
        using var b = JsonDocument.Parse(right.ToArray(), _options);
        return AreEqual(a.RootElement, b.RootElement);
    }

    private static bool AreEqual(JsonElement left, JsonElement right)
    {
        if (left.ValueKind != right.ValueKind) return false;
        return left.ValueKind switch
        {
            JsonValueKind.Object => AreEqual(Members(left), Members(right)),
            JsonValueKind.Array => left.GetArrayLength() == right.GetArrayLength()
                && left.EnumerateArray().Zip(right.EnumerateArray()).All(pair => AreEqual(pair.First, pair.Second)),
            JsonValueKind.Number => JsonElement.DeepEquals(left, right),
            _ => JsonMarshal.GetRawUtf8Value(left).SequenceEqual(JsonMarshal.GetRawUtf8Value(right)),
        };
    }

    private static bool AreEqual(Dictionary<string, JsonElement> left, Dictionary<string, JsonElement> right) =>
        left.Count == right.Count
        && left.All(member => right.TryGetValue(member.Key, out var other) && AreEqual(member.Value, other));

    /// <summary>
    /// By canonical name as it stands in the text: names with lone surrogates cannot be unescaped by .NET.
    /// </summary>
    private static Dictionary<string, JsonElement> Members(JsonElement element)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
            members[System.Text.Encoding.ASCII.GetString(JsonMarshal.GetRawUtf8PropertyName(member))] = member.Value;
        return members;
    }
}
