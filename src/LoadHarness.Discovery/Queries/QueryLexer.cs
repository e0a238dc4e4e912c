using System.Globalization;
using System.Text.Json;

namespace LoadHarness.Discovery.Queries;

/// <summary>Cuts a query into words.</summary>
internal sealed class QueryLexer(string text)
{
    // Longer signs before their own beginnings.
    private static readonly (string Sign, QueryToken Token)[] Signs =
    [
        ("&&", Between(QueryOperator.And)), ("||", Between(QueryOperator.Or)),
        ("==", Between(QueryOperator.Equal)), ("!=", Between(QueryOperator.NotEqual)),
        ("<=", Between(QueryOperator.LessOrEqual)), (">=", Between(QueryOperator.GreaterOrEqual)),
        ("<", Between(QueryOperator.Less)), (">", Between(QueryOperator.Greater)),
        ("!", new QueryToken(QueryTokenKind.Not)),
        ("(", new QueryToken(QueryTokenKind.Open)), (")", new QueryToken(QueryTokenKind.Close)),
    ];

    private int _at;

    /// <summary>The next word; <see cref="QueryTokenKind.End"/> for ever after the last.</summary>
    internal QueryToken Next()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at])) _at++;
        if (_at == text.Length) return default;
        var first = text[_at];
        if (first == '"') return Literal(QueryValue.Of(Quoted()));
        if (char.IsAsciiDigit(first) || first is '-' or '+' or '.') return Literal(QueryValue.Of(Number()));
        if (char.IsAsciiLetter(first) || first == '_') return Word();
        foreach (var (sign, token) in Signs)
        {
            if (string.CompareOrdinal(text, _at, sign, 0, sign.Length) != 0) continue;
            _at += sign.Length;
            return token;
        }

        throw new QuerySyntaxException($"'{first}' is not part of the language");
    }

    private static QueryToken Between(QueryOperator op) => new(QueryTokenKind.Operator, op);

    private static QueryToken Literal(QueryValue value) => new(QueryTokenKind.Literal, Value: value);

    private QueryToken Word() => Take(char.IsAsciiLetterOrDigit, '_') switch
    {
        "true" => Literal(QueryValue.Of(true)),
        "false" => Literal(QueryValue.Of(false)),
        "null" => Literal(QueryValue.Null),
        // The original's tools send these words for the signs.
        "and" => Between(QueryOperator.And),
        "or" => Between(QueryOperator.Or),
        "not" => new QueryToken(QueryTokenKind.Not),
        var name => new QueryToken(QueryTokenKind.Name, Name: name),
    };

    private double Number()
    {
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] == '.' || IsSign(start))) _at++;
        var written = text[start.._at];
        return double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new QuerySyntaxException($"'{written}' is not a number");
    }

    // A sign belongs to a number at its start and after the e of its exponent.
    private bool IsSign(int start) => text[_at] is '-' or '+' && (_at == start || text[_at - 1] is 'e' or 'E');

    private string Take(Func<char, bool> belongs, char too)
    {
        var start = _at;
        while (_at < text.Length && (belongs(text[_at]) || text[_at] == too)) _at++;
        return text[start.._at];
    }

    private string Quoted()
    {
        var start = _at++;
        while (_at < text.Length && text[_at] != '"') _at += text[_at] == '\\' ? 2 : 1;
        if (_at >= text.Length) throw new QuerySyntaxException("a string is not closed");
        _at++;
        try
        {
            return JsonSerializer.Deserialize<string>(text.AsSpan(start, _at - start))!;
        }
        catch (JsonException)
        {
            throw new QuerySyntaxException("a string has an escape that JSON does not know");
        }
    }
}
