using System.Globalization;
using System.Text.Json;

namespace LoadHarness.Discovery.Records;

/// <summary>
/// Reads the bytes of one update: a JSON object, plain or compressed. As tolerant as the original where that harms
/// nobody: a comma after the last member, anything after the closing brace, and blanks or a byte order mark before the
/// opening one. The original's older form, lines of <c>name value</c>, is refused: its tools have not sent it for
/// years.
/// </summary>
public static class UpdateReader
{
    /// <summary>Never throws, whatever the bytes are.</summary>
    /// <param name="data">A datagram, or everything a TCP sender sent.</param>
    /// <param name="limits">Size and depth taken.</param>
    /// <param name="update">The object, its members as they were sent.</param>
    /// <param name="problem">Why it was refused; empty when it was not.</param>
    public static bool TryRead(
        ReadOnlySpan<byte> data, CatalogLimits limits, out JsonElement update, out string problem)
    {
        update = default;
        if (data.Length > limits.MaxUpdateBytes)
        {
            problem = string.Create(CultureInfo.InvariantCulture, $"longer than {limits.MaxUpdateBytes} bytes");
            return false;
        }

        if (data.Length > 0 && data[0] == CompressedUpdate.Mark)
        {
            if (!CompressedUpdate.TryRead(data[1..], limits.MaxUpdateBytes, out var expanded))
            {
                problem = string.Create(CultureInfo.InvariantCulture,
                    $"marked as compressed, but not zlib, or more than {limits.MaxUpdateBytes} bytes when expanded");
                return false;
            }

            data = expanded;
        }

        return TryReadJson(WithoutLead(data), limits, out update, out problem);
    }

    private static ReadOnlySpan<byte> WithoutLead(ReadOnlySpan<byte> data)
    {
        if (data.StartsWith("\uFEFF"u8)) data = data[3..];
        return data.TrimStart(" \t\r\n"u8);
    }

    private static bool TryReadJson(
        ReadOnlySpan<byte> json, CatalogLimits limits, out JsonElement update, out string problem)
    {
        update = default;
        problem = "not a JSON object";
        if (json.Length == 0 || json[0] != '{') return false;
        var options = new JsonReaderOptions { AllowTrailingCommas = true, MaxDepth = limits.MaxDepth };
        var reader = new Utf8JsonReader(json, options);
        try
        {
            var read = JsonElement.ParseValue(ref reader);
            if (!AsciiRule.IsKeptBy(json[..(int)reader.BytesConsumed]))
            {
                problem = "not ASCII";
                return false;
            }

            update = read;
            problem = "";
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
