using System.Text;
using System.Text.Json;

namespace LoadHarness.Workloads.HashTable.Dialects;

/// <summary>
/// Reads a template: JSON in printable ASCII in which <c>$name</c> stands for something, inside or outside of strings,
/// and a member whose name ends with a question mark (which is not sent) need not come back.
/// </summary>
internal sealed class TemplateParser
{
    private static readonly JsonDocumentOptions _once = new() { AllowDuplicateProperties = false };

    private readonly string _text;
    private readonly IReadOnlyList<Placeholder> _allowed;
    private readonly List<TemplatePart> _parts = [];
    private readonly StringBuilder _skeleton = new();
    private readonly StringBuilder _literal = new();
    private string? _problem;
    private bool _isInString;

    private TemplateParser(string text, IReadOnlyList<Placeholder> allowed) => (_text, _allowed) = (text, allowed);

    /// <summary>Reads a template.</summary>
    /// <param name="text">The template.</param>
    /// <param name="allowed">What may be left open.</param>
    /// <param name="problem">What is wrong and what would be right.</param>
    /// <returns>Null when something is wrong.</returns>
    internal static Template? Parse(string text, IReadOnlyList<Placeholder> allowed, out string problem)
    {
        var template = new TemplateParser(text, allowed).Parse(out var found);
        problem = found ?? string.Empty;
        return template;
    }

    private Template? Parse(out string? problem)
    {
        for (var i = 0; i < _text.Length && _problem is null;) i += Take(i);
        EndLiteral();
        problem = _problem;
        if (problem is not null) return null;
        try
        {
            using var document = JsonDocument.Parse(_skeleton.ToString(), _once);
            var root = document.RootElement.Clone();
            DecodeAll(root);
            problem = ShapeProblem(root);
            return problem is null ? new Template([.. _parts], root) : null;
        }
        catch (InvalidOperationException)
        {
            problem = "holds half of a pair of escapes: \\uD800 to \\uDFFF come in pairs";
            return null;
        }
        catch (JsonException)
        {
            problem = "is not JSON, or names a member twice; right is for example "
                + "'{\"status\":\"OK\",\"result\":$value}'";
            return null;
        }
    }

    /// <summary>Takes what stands at a position; returns the characters used up.</summary>
    private int Take(int at)
    {
        var character = _text[at];
        if (character is < ' ' or > '~')
        {
            _problem = $"holds the character U+{(int)character:X4}; printable ASCII only, anything else as \\uXXXX";
            return 1;
        }

        if (character == '$') return TakePlace(at);
        if (character == '\\' && _isInString && at + 1 < _text.Length) return TakeText(_text.AsSpan(at, 2));
        if (character == '"') _isInString = !_isInString;
        if (character == TemplateMarks.Optional && _isInString && EndsName(at + 1))
        {
            // In the skeleton only: it is not sent.
            _skeleton.Append(character);
            return 1;
        }

        return TakeText(_text.AsSpan(at, 1));
    }

    private int TakeText(ReadOnlySpan<char> text)
    {
        _literal.Append(text);
        _skeleton.Append(text);
        return text.Length;
    }

    private int TakePlace(int at)
    {
        var end = at + 1;
        while (end < _text.Length && (char.IsAsciiLetterLower(_text[end]) || _text[end] == '_')) end++;
        var name = _text.AsSpan(at + 1, end - at - 1);
        var place = PlaceholderNames.Find(name);
        if (place == Placeholder.None || !_allowed.Contains(place))
        {
            var known = string.Join(", ", _allowed.Select(allowed => '$' + PlaceholderNames.Of(allowed)));
            _problem = known.Length == 0 ? $"nothing is left open here, not ${name}" : $"${name}: here may be {known}";
            return end - at;
        }

        EndLiteral();
        _parts.Add(new TemplatePart([], place, _isInString));
        if (_isInString) _skeleton.Append("\\u0002").Append(name);
        else _skeleton.Append("\"\\u0001").Append(name).Append('"');
        return end - at;
    }

    private void EndLiteral()
    {
        if (_literal.Length == 0) return;
        _parts.Add(new TemplatePart(Encoding.ASCII.GetBytes(_literal.ToString()), Placeholder.None, IsQuoted: false));
        _literal.Clear();
    }

    /// <summary>True when the string that ends here is the name of a member.</summary>
    private bool EndsName(int at) =>
        at < _text.Length && _text[at] == '"' && _text.AsSpan(at + 1).TrimStart().StartsWith(":");

    /// <summary>Later, every text is needed.</summary>
    /// <exception cref="InvalidOperationException">One of them is none.</exception>
    private static void DecodeAll(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray()) DecodeAll(item);
                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject()) DecodeAll(member.Value);
                break;
            default:
                break;
        }
    }

    private static string? ShapeProblem(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) return "is not an object";
        return IsWide(root) ? "has an object with too many members" : null;
    }

    private static bool IsWide(JsonElement element) => element.ValueKind == JsonValueKind.Object
        && (element.GetPropertyCount() > Pattern.MostMembers
            || element.EnumerateObject().Any(member => IsWide(member.Value)));
}
