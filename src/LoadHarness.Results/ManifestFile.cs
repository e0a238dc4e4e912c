using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LoadHarness.Contracts.Storage;

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
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    public static void Write(string path, RunManifest manifest)
    {
        var next = path + ".new";
        File.WriteAllBytes(next, Bytes(manifest));
        File.Move(next, path, overwrite: true);
    }

    public static RunManifest Read(string path)
    {
        try
        {
            return Parse(path, File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotBeRead(path, e);
        }
    }

    /// <summary>What is written for a manifest.</summary>
    internal static byte[] Bytes(RunManifest manifest) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(manifest, _options), (byte)'\n'];

    /// <summary>Reads the text of a manifest.</summary>
    /// <exception cref="ResultsException">It cannot be read; names the file.</exception>
    internal static RunManifest Parse(string path, string text)
    {
        try
        {
            CheckFormat(path, text);
            return JsonSerializer.Deserialize<RunManifest>(text, _options)
                ?? throw new ResultsException($"{path}: holds nothing; a JSON object is expected");
        }
        catch (JsonException e)
        {
            throw CannotBeRead(path, e);
        }
    }

    /// <summary>The message for files of a later version.</summary>
    public static string NewerFormat(string where, int format) => string.Create(
        CultureInfo.InvariantCulture,
        $"{where}: format {format} is newer than this program reads ({RunManifest.CurrentFormat}); use a newer "
            + $"loadharness");

    private static ResultsException CannotBeRead(string path, Exception e) =>
        new($"{path}: cannot be read: {StorageProblem.Reason(e)}", e);

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
