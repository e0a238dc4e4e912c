using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

using LoadHarness.Report.Text;

namespace LoadHarness.Report.Documents.Html;

/// <summary>
/// Gathers HTML. Texts and values of attributes go in through here alone and are escaped here, so that no name from the
/// data can change the page's form.
/// </summary>
internal sealed class HtmlBuilder
{
    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new();

    /// <summary>Adds what is HTML already: drawings and our own style and script.</summary>
    public HtmlBuilder Markup(string html)
    {
        _html.Append(html);
        return this;
    }

    /// <summary>Opens an element.</summary>
    public HtmlBuilder Open(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _html.Append('<').Append(name);
        foreach (var attribute in attributes)
            _html.Append(' ').Append(attribute.Name).Append("=\"").Append(Escape(attribute.Value)).Append('"');
        _html.Append('>');
        return this;
    }

    /// <summary>Closes an element.</summary>
    public HtmlBuilder Close(string name)
    {
        _html.Append("</").Append(name).Append('>');
        return this;
    }

    /// <summary>Begins a new line of the file, which no reader sees.</summary>
    public HtmlBuilder Line()
    {
        _html.Append('\n');
        return this;
    }

    /// <summary>Adds text in one line; what stands between backticks becomes code.</summary>
    public HtmlBuilder Text(string text)
    {
        var parts = text.ReplaceLineEndings(" ").Split('`');
        if (parts.Length % 2 == 0) return Plain(text.ReplaceLineEndings(" "));
        for (var i = 0; i < parts.Length; i++)
        {
            if (i % 2 == 0) Plain(parts[i]);
            else Open("code").Plain(parts[i]).Close("code");
        }

        return this;
    }

    /// <summary>Adds text as it is.</summary>
    public HtmlBuilder Plain(string text)
    {
        _html.Append(Escape(text));
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _html.ToString();

    private static string Escape(string text) => _encoder.Encode(SafeText.Of(text));
}
