using System.Text;
using System.Text.Json;

namespace LoadHarness.Workloads.HashTable.Dialects;

/// <summary>How the places of a template are marked in its skeleton: by strings that no template can hold.</summary>
internal static class TemplateMarks
{
    /// <summary>Begins the mark of a place outside of strings.</summary>
    internal const char Bare = '\u0001';

    /// <summary>Begins the mark of a place inside a string.</summary>
    internal const char Quoted = '\u0002';

    /// <summary>Ends the name of a member that is written but need not come back.</summary>
    internal const char Optional = '?';

    /// <summary>What a place holds; <see cref="Placeholder.None"/> when there is no place, or text beside it.</summary>
    internal static Placeholder PlaceOf(JsonElement element, out bool isQuoted)
    {
        isQuoted = false;
        if (element.ValueKind != JsonValueKind.String) return Placeholder.None;
        var text = element.GetString()!;
        if (text.Length < 2 || text[0] is not (Bare or Quoted)) return Placeholder.None;
        isQuoted = text[0] == Quoted;
        return PlaceholderNames.Find(text.AsSpan(1));
    }

    /// <summary>What a reply must hold where the template has this.</summary>
    internal static Pattern ToPattern(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new Pattern
        {
            Kind = PatternKind.Members,
            Members =
            [
                .. element.EnumerateObject().Where(member => !member.Name.EndsWith(Optional))
                    .Select(member => (Encoding.UTF8.GetBytes(member.Name), ToPattern(member.Value))),
            ],
        },
        JsonValueKind.String => OfString(element),
        JsonValueKind.Number => new Pattern { Kind = PatternKind.Number, Number = element.GetDouble() },
        JsonValueKind.True => new Pattern { Kind = PatternKind.True },
        JsonValueKind.False => new Pattern { Kind = PatternKind.False },
        JsonValueKind.Null => new Pattern { Kind = PatternKind.Null },
        _ => Pattern.Anything,
    };

    private static Pattern OfString(JsonElement element)
    {
        var place = PlaceOf(element, out var isQuoted);
        if (place != Placeholder.None)
            return new Pattern { Kind = PatternKind.Place, Placeholder = place, IsQuoted = isQuoted };
        var text = element.GetString()!;
        return text.Contains(Quoted, StringComparison.Ordinal)
            ? Pattern.Anything
            : new Pattern { Kind = PatternKind.Text, Text = Encoding.UTF8.GetBytes(text) };
    }
}
