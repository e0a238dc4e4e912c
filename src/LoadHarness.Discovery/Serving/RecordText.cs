using LoadHarness.Discovery.Records;

namespace LoadHarness.Discovery.Serving;

/// <summary>A record on the console.</summary>
internal static class RecordText
{
    /// <summary>
    /// E.g. <c>hashtable 'demo' at 127.0.0.1:41234:localhost</c>. Control characters could move the terminal's cursor:
    /// they become dots.
    /// </summary>
    internal static string Of(CatalogRecord record)
    {
        var text = $"{record.TextOf("type") ?? "service"} '{record.TextOf("project") ?? ""}' at {record.Key}";
        return string.Create(text.Length, text, static (shown, source) =>
        {
            for (var i = 0; i < shown.Length; i++) shown[i] = char.IsControl(source[i]) ? '.' : source[i];
        });
    }
}
