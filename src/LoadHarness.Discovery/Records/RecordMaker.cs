using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LoadHarness.Discovery.Records;

/// <summary>Makes the record of an update: the catalog's own members first, then the sender's.</summary>
internal static class RecordMaker
{
    private const string Name = "name";
    private const string LastHeardFrom = "lastheardfrom";
    private const string Address = "address";

    // Escapes no more than JSON asks for: readers of listings compare and decode as they like. The text is ASCII
    // already.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The original keeps the sender's <c>address</c> and <c>lastheardfrom</c> as second members of the same name, and
    /// readers disagree on which counts. Here they are dropped, and of any other name the first stays.
    /// </summary>
    /// <param name="update">A JSON object of ASCII.</param>
    /// <param name="sender">Where it came from.</param>
    /// <param name="hostName">
    /// The sender's name, when the resolver knows one; else the name it gave itself, else its address.
    /// </param>
    /// <param name="now">For <c>lastheardfrom</c>.</param>
    internal static CatalogRecord Make(JsonElement update, IPAddress sender, string? hostName, DateTimeOffset now)
    {
        var address = (sender.IsIPv4MappedToIPv6 ? sender.MapToIPv4() : sender).ToString();
        var name = hostName ?? TextIn(update, Name) ?? address;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            writer.WriteStartObject();
            writer.WriteString(Name, name);
            writer.WriteNumber(LastHeardFrom, now.ToUnixTimeSeconds());
            writer.WriteString(Address, address);
            WriteSendersMembers(update, writer);
            writer.WriteEndObject();
        }

        var line = buffer.WrittenSpan.ToArray();
        return new CatalogRecord(KeyOf(update, address, name), line, JsonElement.Parse(line));
    }

    private static void WriteSendersMembers(JsonElement update, Utf8JsonWriter writer)
    {
        var written = new HashSet<string>(StringComparer.Ordinal) { Name, LastHeardFrom, Address };
        foreach (var member in update.EnumerateObject())
            if (written.Add(member.Name)) member.WriteTo(writer);
    }

    private static string KeyOf(JsonElement update, string address, string name)
    {
        var port = update.TryGetProperty("port", out var value)
            && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : 0;
        var key = string.Create(CultureInfo.InvariantCulture, $"{address}:{port}:{name}");
        return TextIn(update, "uuid") is { } uuid ? $"{key}:{uuid}" : key;
    }

    private static string? TextIn(JsonElement update, string member) =>
        update.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
