using System.Text;

namespace LoadHarness.Discovery.Web;

/// <summary>What all pages have in common; everything they need is inside them.</summary>
internal static class PageFrame
{
    private static readonly string Style = Asset("catalog.css");
    private static readonly string Script = Asset("catalog.js");

    /// <summary>A whole page.</summary>
    /// <param name="title">Plain text.</param>
    /// <param name="body">Markup.</param>
    internal static string Around(string title, string body) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Html.Escape(title)}</title>
        <link rel="icon" href="data:,">
        <style>
        {Style}</style>
        </head>
        <body>
        {body}<script>
        {Script}</script>
        </body>
        </html>

        """;

    private static string Asset(string name)
    {
        var path = $"LoadHarness.Discovery.Web.Assets.{name}";
        using var stream = typeof(PageFrame).Assembly.GetManifestResourceStream(path)!;
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return reader.ReadToEnd();
    }
}
