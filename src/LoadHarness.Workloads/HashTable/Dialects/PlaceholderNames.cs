namespace LoadHarness.Workloads.HashTable.Dialects;

/// <summary>The placeholders as templates spell them.</summary>
internal static class PlaceholderNames
{
    private static readonly string[] _names =
        ["", "key", "value", "regex", "subkey", "subvalue", "pairs", "text_pairs", "size", "type", "message"];

    /// <summary>The name without the dollar sign.</summary>
    internal static string Of(Placeholder placeholder) => _names[(int)placeholder];

    /// <summary>The placeholder of a name; <see cref="Placeholder.None"/> when there is none.</summary>
    internal static Placeholder Find(ReadOnlySpan<char> name)
    {
        for (var i = 1; i < _names.Length; i++)
        {
            if (name.SequenceEqual(_names[i])) return (Placeholder)i;
        }

        return Placeholder.None;
    }
}
