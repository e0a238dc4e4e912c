using System.Buffers.Text;
using System.Text.Json;
using LoadHarness.Workloads.HashTable.Contending;
using LoadHarness.Workloads.HashTable.Dialects;

namespace LoadHarness.Workloads.HashTable.Loading;

/// <summary>
/// Reads a reply as JSON, whatever its spaces, escapes and order of members. Does not allocate unless the reply is
/// broken, or longer than any before.
/// </summary>
internal sealed class JsonReplyCheck(IEntryText text, SeenKeys seen)
{
    // Longest text of a base key with every character escaped as \uXXXX.
    private const int LongestKey = 6 * 23;

    private byte[] _outer = [];
    private byte[] _inner = [];
    private int _number;

    private enum Expected
    {
        Anything,
        AnyValue,
        Value,
        Pairs,
    }

    /// <summary>A reply of some form, whatever stands in its places.</summary>
    internal bool IsDone(ReadOnlySpan<byte> line, Pattern pattern) =>
        Read(line, pattern, Expected.Anything, KeyKind.Base, 0);

    /// <summary>A reply of some form, with the value of a key in its place.</summary>
    internal bool IsValue(ReadOnlySpan<byte> line, Pattern pattern, KeyKind kind, int number) =>
        Read(line, pattern, Expected.Value, kind, number);

    /// <summary>
    /// A reply of some form, with exactly the base keys of a group and their values, in any order, in its place.
    /// </summary>
    internal bool IsGroup(ReadOnlySpan<byte> line, Pattern pattern, int group)
    {
        seen.Begin(group);
        return Read(line, pattern, Expected.Pairs, KeyKind.Base, group) && seen.IsComplete;
    }

    /// <summary>A reply of some form, with a value of keys that are contended for in its place.</summary>
    /// <param name="line">The reply.</param>
    /// <param name="pattern">The form.</param>
    /// <param name="number">The number of the value; −1 when the form has no place for one.</param>
    internal bool IsAnyValue(ReadOnlySpan<byte> line, Pattern pattern, out int number)
    {
        _number = -1;
        var isOfForm = Read(line, pattern, Expected.AnyValue, KeyKind.Contended, 0);
        number = _number;
        return isOfForm;
    }

    private bool Read(ReadOnlySpan<byte> line, Pattern pattern, Expected expected, KeyKind kind, int number)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            return Matches(ref reader, pattern, expected, kind, number) && !reader.Read();
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private bool Matches(ref Utf8JsonReader reader, Pattern pattern, Expected expected, KeyKind kind, int number)
    {
        if (pattern.Kind == PatternKind.Place) return IsPlace(ref reader, pattern, expected, kind, number);
        reader.Read();
        switch (pattern.Kind)
        {
            case PatternKind.Members: return AreMembers(ref reader, pattern, expected, kind, number);
            case PatternKind.Text:
                return reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(pattern.Text);
            case PatternKind.Number:
                return reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var found)
                    && found == pattern.Number;
            case PatternKind.True: return reader.TokenType == JsonTokenType.True;
            case PatternKind.False: return reader.TokenType == JsonTokenType.False;
            case PatternKind.Null: return reader.TokenType == JsonTokenType.Null;
            default:
                reader.Skip();
                return true;
        }
    }

    private bool AreMembers(ref Utf8JsonReader reader, Pattern pattern, Expected expected, KeyKind kind, int number)
    {
        if (reader.TokenType != JsonTokenType.StartObject) return false;
        var members = pattern.Members;
        var isThere = 0UL;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = 0;
            while (member < members.Length && !reader.ValueTextEquals(members[member].Name)) member++;
            if (member == members.Length) reader.Skip();
            else if (!Matches(ref reader, members[member].Pattern, expected, kind, number)) return false;
            else isThere |= 1UL << member;
        }

        return isThere == (1UL << members.Length) - 1;
    }

    private bool IsPlace(ref Utf8JsonReader reader, Pattern pattern, Expected expected, KeyKind kind, int number)
    {
        if (expected == Expected.Anything || !IsResult(pattern.Placeholder))
        {
            reader.Read();
            reader.Skip();
            return true;
        }

        if (!pattern.IsQuoted) return IsResult(ref reader, pattern.Placeholder, expected, kind, number);
        if (!reader.Read() || reader.TokenType != JsonTokenType.String) return false;
        var quoted = new Utf8JsonReader(Unquote(ref reader, ref _outer));
        return IsResult(ref quoted, pattern.Placeholder, expected, kind, number) && !quoted.Read();
    }

    private static bool IsResult(Placeholder placeholder) =>
        placeholder is Placeholder.Value or Placeholder.Pairs or Placeholder.TextPairs;

    private bool IsResult(
        ref Utf8JsonReader reader, Placeholder placeholder, Expected expected, KeyKind kind, int number) =>
        placeholder != Placeholder.Value ? ArePairs(ref reader, areTexts: placeholder == Placeholder.TextPairs)
        : expected == Expected.AnyValue ? IsAnyValue(ref reader)
        : IsValue(ref reader, kind, number);

    /// <summary>The weight tells which value it is; then all of it must be that value.</summary>
    private bool IsAnyValue(ref Utf8JsonReader reader)
    {
        var ahead = reader;
        if (!ahead.Read() || ahead.TokenType != JsonTokenType.StartObject) return false;
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            var isWeight = ahead.ValueTextEquals("weight"u8);
            if (!ahead.Read()) return false;
            if (isWeight) return TryNumber(ref ahead) && IsValue(ref reader, KeyKind.Contended, _number);
            ahead.Skip();
        }

        return false;
    }

    private bool TryNumber(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDouble(out var weight)) return false;
        if (weight < ContendedText.FirstWeight || weight > int.MaxValue) return false;
        _number = (int)weight - ContendedText.FirstWeight;
        return true;
    }

    private bool ArePairs(ref Utf8JsonReader reader, bool areTexts)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray) return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            if (!IsBaseKey(ref reader, out var number) || !seen.Add(number)) return false;
            if (!(areTexts ? IsTextValue(ref reader, number) : IsValue(ref reader, KeyKind.Base, number))) return false;
            if (!reader.Read() || reader.TokenType != JsonTokenType.EndArray) return false;
        }

        return reader.TokenType == JsonTokenType.EndArray;
    }

    private bool IsTextValue(ref Utf8JsonReader reader, int number)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.String) return false;
        var value = new Utf8JsonReader(Unquote(ref reader, ref _inner));
        return IsValue(ref value, KeyKind.Base, number) && !value.Read();
    }

    private static ReadOnlySpan<byte> Unquote(ref Utf8JsonReader reader, ref byte[] room)
    {
        if (room.Length < reader.ValueSpan.Length) room = new byte[2 * reader.ValueSpan.Length];
        return room.AsSpan(0, reader.CopyString(room));
    }

    private bool IsBaseKey(ref Utf8JsonReader reader, out int number)
    {
        number = 0;
        if (!reader.Read() || reader.TokenType != JsonTokenType.String) return false;
        if (reader.ValueSpan.Length > LongestKey) return false;
        Span<byte> room = stackalloc byte[LongestKey];
        var key = room[..reader.CopyString(room)];
        if (!key.StartsWith(text.BasePrefix)) return false;
        key = key[text.BasePrefix.Length..];
        return Utf8Parser.TryParse(key, out number, out var digits) && digits == key.Length;
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
                if (!reader.TryGetDouble(out var weight) || weight != text.Weight(kind, number)) return false;
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
