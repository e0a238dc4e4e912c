using System.Buffers.Text;
using System.Text.Json;

namespace LoadHarness.Workloads.HashTable.Loading;

/// <summary>
/// Reads a reply as JSON, whatever its spaces, escapes and order of members. Does not allocate unless the reply is
/// broken.
/// </summary>
internal sealed class JsonReplyCheck(KeyText text, SeenKeys seen)
{
    // Longest text of a base key with every character escaped as \uXXXX.
    private const int LongestKey = 6 * 12;

    private enum Expected
    {
        Anything,
        Value,
        Pairs,
        KeyError,
    }

    /// <summary>A success, whatever the result.</summary>
    internal bool IsDone(ReadOnlySpan<byte> line) => Read(line, Expected.Anything, KeyKind.Base, 0);

    /// <summary>A success with the value of a key.</summary>
    internal bool IsValue(ReadOnlySpan<byte> line, KeyKind kind, int number) =>
        Read(line, Expected.Value, kind, number);

    /// <summary>A success with exactly the base keys of a group and their values, in any order.</summary>
    internal bool IsGroup(ReadOnlySpan<byte> line, int group)
    {
        seen.Begin(group);
        return Read(line, Expected.Pairs, KeyKind.Base, group) && seen.IsComplete;
    }

    /// <summary>The failure that says that the key is not there.</summary>
    internal bool IsKeyError(ReadOnlySpan<byte> line) => Read(line, Expected.KeyError, KeyKind.Base, 0);

    private bool Read(ReadOnlySpan<byte> line, Expected expected, KeyKind kind, int number)
    {
        try
        {
            return ReadObject(new Utf8JsonReader(line), expected, kind, number);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private bool ReadObject(Utf8JsonReader reader, Expected expected, KeyKind kind, int number)
    {
        var status = expected == Expected.KeyError ? "exception"u8 : "OK"u8;
        var member = expected == Expected.KeyError ? "type"u8 : "result"u8;
        var hasStatus = false;
        var hasMember = expected == Expected.Anything;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("status"u8))
            {
                if (!IsString(ref reader, status)) return false;
                hasStatus = true;
            }
            else if (!hasMember && reader.ValueTextEquals(member))
            {
                if (!IsExpected(ref reader, expected, kind, number)) return false;
                hasMember = true;
            }
            else
            {
                reader.Skip();
            }
        }

        return hasStatus && hasMember && !reader.Read();
    }

    private bool IsExpected(ref Utf8JsonReader reader, Expected expected, KeyKind kind, int number) => expected switch
    {
        Expected.Value => IsValue(ref reader, kind, number),
        Expected.Pairs => ArePairs(ref reader),
        _ => IsString(ref reader, "KeyError"u8),
    };

    private bool ArePairs(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray) return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            if (!IsBaseKey(ref reader, out var number) || !seen.Add(number)) return false;
            if (!IsValue(ref reader, KeyKind.Base, number)) return false;
            if (!reader.Read() || reader.TokenType != JsonTokenType.EndArray) return false;
        }

        return reader.TokenType == JsonTokenType.EndArray;
    }

    private static bool IsBaseKey(ref Utf8JsonReader reader, out int number)
    {
        number = 0;
        if (!reader.Read() || reader.TokenType != JsonTokenType.String) return false;
        if (reader.ValueSpan.Length > LongestKey) return false;
        Span<byte> room = stackalloc byte[LongestKey];
        var key = room[..reader.CopyString(room)];
        return key.Length > 1 && key[0] == (byte)KeyKind.Base
            && Utf8Parser.TryParse(key[1..], out number, out var digits) && digits == key.Length - 1;
    }

    private bool IsValue(ref Utf8JsonReader reader, KeyKind kind, int number)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
        var members = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            members++;
            if (reader.ValueTextEquals("weight"u8))
            {
                if (!reader.Read() || reader.TokenType != JsonTokenType.Number) return false;
                if (!reader.TryGetDouble(out var weight) || weight != KeyText.Weight(kind, number)) return false;
            }
            else if (!reader.ValueTextEquals("name"u8) || !IsString(ref reader, text.Name(kind, number)))
            {
                return false;
            }
        }

        return members == 2;
    }

    private static bool IsString(ref Utf8JsonReader reader, ReadOnlySpan<byte> wanted) =>
        reader.Read() && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(wanted);
}
