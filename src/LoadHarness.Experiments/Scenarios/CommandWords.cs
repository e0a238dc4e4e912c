using System.Text;

namespace LoadHarness.Experiments.Scenarios;

/// <summary>
/// Command lines as one text: words with spaces between; quotes, single or double, keep spaces in a word. No shell
/// reads them: nothing else has a meaning.
/// </summary>
public static class CommandWords
{
    /// <summary>The words of a command line.</summary>
    /// <returns>Null when a quote is not closed.</returns>
    public static IReadOnlyList<string>? Split(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        char? quote = null;
        var isOpen = false;
        foreach (var c in line)
        {
            if (quote == c)
            {
                quote = null;
            }
            else if (quote is null && c is ('"' or '\''))
            {
                (quote, isOpen) = (c, true);
            }
            else if (quote is null && char.IsWhiteSpace(c))
            {
                if (isOpen) words.Add(word.ToString());
                isOpen = false;
                word.Clear();
            }
            else
            {
                word.Append(c);
                isOpen = true;
            }
        }

        if (isOpen) words.Add(word.ToString());
        return quote is null ? words : null;
    }

    /// <summary>The line that <see cref="Split"/> takes apart into these words.</summary>
    public static string Join(IEnumerable<string> words) => string.Join(' ', words.Select(Quoted));

    private static string Quoted(string word)
    {
        if (word.Length > 0 && !word.Any(c => char.IsWhiteSpace(c) || c is '"' or '\'')) return word;
        // A word with both kinds of quotes is put together from parts.
        return string.Join("\"'\"", word.Split('\'').Select(part => $"'{part}'"));
    }
}
