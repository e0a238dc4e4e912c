using System.Globalization;

namespace LoadHarness.Platform.Proc;

/// <summary>Reads small files of /proc.</summary>
internal static class ProcText
{
    /// <summary>
    /// The whole text. Processes and threads come and go while they are read: what is gone reads as empty.
    /// </summary>
    public static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>The whole number behind a label; null when the label or the number is absent.</summary>
    public static long? Number(string text, string label)
    {
        var start = text.IndexOf(label, StringComparison.Ordinal);
        if (start < 0) return null;
        var rest = text.AsSpan(start + label.Length);
        var end = rest.IndexOf('\n');
        return long.TryParse((end < 0 ? rest : rest[..end]).Trim(), NumberStyles.None, CultureInfo.InvariantCulture,
            out var value) ? value : null;
    }
}
