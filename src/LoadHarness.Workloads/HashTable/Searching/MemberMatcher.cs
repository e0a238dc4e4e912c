using System.Text.Json;
using LoadHarness.Workloads.HashTable.Protocol;

namespace LoadHarness.Workloads.HashTable.Searching;

/// <summary>
/// Values that are objects with a certain member. Of members named twice the last counts, as in Python.
/// </summary>
/// <param name="name">The member's name as a canonical JSON string.</param>
/// <param name="wanted">What its value must equal, canonical JSON.</param>
internal sealed class MemberMatcher(byte[] name, byte[] wanted) : IEntryMatcher
{
    public bool IsCostly => false;

    public bool Matches(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        if (value[0] != (byte)'{') return false;
        var reader = new Utf8JsonReader(value, new JsonReaderOptions { MaxDepth = RequestReader.MaxDepth });
        reader.Read();
        var found = ReadOnlySpan<byte>.Empty;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = reader.ValueSpan.SequenceEqual(name.AsSpan(1, name.Length - 2));
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (isIt) found = value[start..(int)reader.BytesConsumed];
        }

        return !found.IsEmpty && JsonEquality.AreEqual(found, wanted);
    }
}
