using System.Text;

namespace LoadHarness.Results.Columns;

/// <summary>The names of an enumeration as they stand in files: in lower case, read in any.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
internal static class ChoiceNames<TEnum>
    where TEnum : struct, Enum
{
    private static readonly TEnum[] _values = Enum.GetValues<TEnum>();

    private static readonly string[] _names = [.. _values.Select(value => value.ToString().ToLowerInvariant())];

    /// <summary>The value of that name.</summary>
    /// <param name="utf8">The name.</param>
    /// <exception cref="FormatException">There is none.</exception>
    public static TEnum Parse(ReadOnlySpan<byte> utf8)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            if (Ascii.EqualsIgnoreCase(utf8, _names[i])) return _values[i];
        }

        throw new FormatException($"not one of {string.Join(", ", _names)}");
    }
}
