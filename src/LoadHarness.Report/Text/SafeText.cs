using System.Xml;

namespace LoadHarness.Report.Text;

/// <summary>Text from the data made fit for XML and HTML, where some characters cannot stand even escaped.</summary>
internal static class SafeText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text with a replacement sign for every control character but tab and line end, and for every half
    /// of a pair.</summary>
    public static string Of(string text)
    {
        if (IsSafe(text)) return text;
        var safe = text.ToCharArray();
        for (var i = 0; i < safe.Length; i++)
        {
            if (i + 1 < safe.Length && XmlConvert.IsXmlSurrogatePair(safe[i + 1], safe[i])) i++;
            else if (!IsSafe(safe[i])) safe[i] = Replacement;
        }

        return new string(safe);
    }

    private static bool IsSafe(string text) => text.All(IsSafe);

    /// <summary>XML knows the control characters from U+007F to U+009F, HTML takes them for others.</summary>
    private static bool IsSafe(char c) => XmlConvert.IsXmlChar(c) && c is < '\u007F' or > '\u009F';
}
