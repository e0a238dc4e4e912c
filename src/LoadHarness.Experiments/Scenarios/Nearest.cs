namespace LoadHarness.Experiments.Scenarios;

/// <summary>Guesses what a misspelt word was meant to be.</summary>
public static class Nearest
{
    /// <summary>A misspelling differs from the word by at most this share of its letters.</summary>
    private const double Similar = 0.4;

    /// <summary>"did you mean …?" when a word is near, else all the words there are.</summary>
    /// <param name="wrong">What was written.</param>
    /// <param name="words">What could have been meant.</param>
    public static string Hint(string wrong, IReadOnlyList<string> words) =>
        Of(wrong, words) is { } nearest ? $"did you mean '{nearest}'?" : $"there are {string.Join(", ", words)}";

    /// <summary>The word that is near; null when none is.</summary>
    /// <param name="wrong">What was written.</param>
    /// <param name="words">What could have been meant.</param>
    public static string? Of(string wrong, IReadOnlyList<string> words)
    {
        var nearest = words.OrderBy(word => Distance(wrong, word)).FirstOrDefault();
        return nearest is not null && Distance(wrong, nearest) <= Similar * Math.Max(nearest.Length, wrong.Length)
            ? nearest
            : null;
    }

    /// <summary>Insertions, deletions and replacements between two words (Levenshtein 1966).</summary>
    internal static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
