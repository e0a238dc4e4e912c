using System.Security.Cryptography;
using System.Text;

namespace LoadHarness.Report.Documents.Html;

/// <summary>A style sheet or a script that stands inside the page.</summary>
/// <param name="Text">All of it.</param>
internal sealed record PageAsset(string Text)
{
    /// <summary>What a content security policy calls exactly this text.</summary>
    public string Hash => "'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text))) + "'";

    /// <summary>Reads a file that is built into this program.</summary>
    public static PageAsset Load(string name)
    {
        using var stream = typeof(PageAsset).Assembly.GetManifestResourceStream(typeof(PageAsset), name)
            ?? throw new InvalidOperationException($"{name} is not built in");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new PageAsset(reader.ReadToEnd().ReplaceLineEndings("\n"));
    }
}
