using System.Globalization;
using System.Text;

namespace LoadHarness.Discovery.Web;

/// <summary>Text inside HTML.</summary>
internal static class Html
{
    /// <summary>
    /// Text for an element or a quoted attribute, in ASCII: what a sender wrote is shown and never becomes markup.
    /// </summary>
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '&' or '<' or '>' or '"' or '\'' or > 0x7e)
                escaped.Append(CultureInfo.InvariantCulture, $"&#{rune.Value};");
            else
                escaped.Append((char)rune.Value);
        }

        return escaped.ToString();
    }
}
