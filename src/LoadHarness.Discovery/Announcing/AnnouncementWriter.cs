using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using LoadHarness.Discovery.Records;

namespace LoadHarness.Discovery.Announcing;

/// <summary>An announcement as bytes for a catalog.</summary>
internal static class AnnouncementWriter
{
    /// <summary>Above this many bytes an update goes compressed and over TCP: it might not fit one packet.</summary>
    internal const int LargestDatagram_bytes = 1200;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static byte[] Json(Announcement announcement)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in announcement.TextFields()) writer.WriteString(name, value);
            writer.WriteNumber("port", announcement.Port);
            if (announcement.Lifetime_s is { } lifetime_s) writer.WriteNumber("lifetime", lifetime_s);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The form to send, and whether it goes over TCP.</summary>
    internal static (byte[] Bytes, bool OverTcp) ForSending(byte[] json) =>
        json.Length <= LargestDatagram_bytes ? (json, false) : (CompressedUpdate.Write(json), true);
}
