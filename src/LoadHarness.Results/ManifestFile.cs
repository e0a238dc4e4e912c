using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LoadHarness.Results;

/// <summary>
/// manifest.json: written whole beside the old one and renamed over it, so that a reader never sees half of it.
/// </summary>
internal static class ManifestFile
{
    private static readonly JsonSerializerOptions _options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    public static void Write(string path, RunManifest manifest)
    {
        var next = path + ".new";
        File.WriteAllText(next, JsonSerializer.Serialize(manifest, _options) + "\n");
        File.Move(next, path, overwrite: true);
    }

    public static RunManifest Read(string path)
    {
        try
        {
            var text = File.ReadAllText(path);
            CheckFormat(path, text);
            return JsonSerializer.Deserialize<RunManifest>(text, _options)
                ?? throw new ResultsException($"{path}: holds nothing; a JSON object is expected");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new ResultsException($"{path}: cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The message for files of a later version.</summary>
    public static string NewerFormat(string where, int format) => string.Create(
        CultureInfo.InvariantCulture,
        $"{where}: format {format} is newer than this program reads ({RunManifest.CurrentFormat}); use a newer "
            + $"loadharness");

    private static void CheckFormat(string path, string text)
    {
        using var document = JsonDocument.Parse(text);
        if (document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("format", out var element)
            || element.ValueKind != JsonValueKind.Number
            || !element.TryGetInt32(out var format)
            || format < 1)
        {
            throw new ResultsException($"{path}: no format version; a number named \"format\" is expected");
        }

        if (format > RunManifest.CurrentFormat) throw new ResultsException(NewerFormat(path, format));
    }
}
