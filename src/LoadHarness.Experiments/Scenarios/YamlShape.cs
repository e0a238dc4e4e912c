using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LoadHarness.Experiments.Scenarios;

/// <summary>
/// Refuses what no file of ours needs and what the library would follow without end: nesting that takes a stack, and
/// keys that are lists, whose comparison may take for ever.
/// </summary>
internal static class YamlShape
{
    private const int MostLevels = 32;

    /// <summary>What is wrong with the shape of a text; null when nothing is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="line">Where, from 1.</param>
    /// <exception cref="YamlException">It is not YAML.</exception>
    public static string? ProblemIn(string text, out long line)
    {
        // What is open, from the outside in: a mapping whose key comes next, one whose value comes next, or a list.
        var open = new Stack<Place>();
        var parser = new Parser(new StringReader(text));
        while (parser.MoveNext())
        {
            line = parser.Current!.Start.Line;
            var isKey = open.TryPeek(out var place) && place == Place.Key;
            switch (parser.Current)
            {
                case MappingEnd or SequenceEnd:
                    open.Pop();
                    break;
                case MappingStart or SequenceStart when open.Count == MostLevels:
                    return string.Create(CultureInfo.InvariantCulture, $"nested deeper than {MostLevels} levels");
                case MappingStart or SequenceStart or AnchorAlias when isKey:
                    return "a key is a single word";
                case MappingStart or SequenceStart:
                    Pass(open);
                    open.Push(parser.Current is MappingStart ? Place.Key : Place.Item);
                    break;
                case Scalar or AnchorAlias:
                    Pass(open);
                    break;
                default:
                    break;
            }
        }

        line = 0;
        return null;
    }

    /// <summary>A key is followed by its value, and that by the next key.</summary>
    private static void Pass(Stack<Place> open)
    {
        if (!open.TryPeek(out var place) || place == Place.Item) return;
        open.Pop();
        open.Push(place == Place.Key ? Place.Value : Place.Key);
    }

    private enum Place
    {
        Item = 0,
        Key = 1,
        Value = 2,
    }
}
