using System.Text;
using System.Text.Json;

namespace LoadHarness.Discovery.Locating;

/// <summary>
/// Reads a catalog's JSON listing. One record that is not JSON, put there by anybody, makes the whole unreadable; since
/// every record stands on a line of its own, the others can still be read.
/// </summary>
internal static class Listing
{
    /// <summary>The records that can be read; false when there is none although the text is no empty list.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> body, out List<ListedRecord> records)
    {
        records = [];
        if (Parse(body) is { ValueKind: JsonValueKind.Array } whole)
        {
            foreach (var element in whole.EnumerateArray()) Add(element, records);
            return true;
        }

        foreach (var range in body.Split((byte)'\n'))
        {
            // A record is an object: commas and brackets around it are the listing's own.
            var line = body[range].Trim(" \t\r,[]"u8);
            if (line.Length > 0 && (Parse(line) ?? Parse(WithPlainApostrophes(line))) is { } element)
                Add(element, records);
        }

        return records.Count > 0;
    }

    private static void Add(JsonElement element, List<ListedRecord> records)
    {
        if (element.ValueKind == JsonValueKind.Object && ListedRecord.Read(element) is { } record) records.Add(record);
    }

    private static JsonElement? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonElement.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Catalogs up to version 8.0.0 write an apostrophe as \', which JSON does not know.
    private static byte[] WithPlainApostrophes(ReadOnlySpan<byte> line) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(line).Replace("\\'", "'", StringComparison.Ordinal));
}
