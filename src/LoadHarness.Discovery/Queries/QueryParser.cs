namespace LoadHarness.Discovery.Queries;

/// <summary>
/// Builds the tree of a query by recursive descent:
/// <code>
/// any     = all    { ("||" | "or")  all }
/// all     = test   { ("&amp;&amp;" | "and") test }
/// test    = unary  { ("==" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=") unary }
/// unary   = ("!" | "not") unary | "(" any ")" | literal | name
/// </code>
/// </summary>
internal sealed class QueryParser
{
    // Bounds operators, operands and parentheses together, and with them the depth of the tree.
    private const int MaxParts = 256;

    private readonly QueryLexer _words;
    private QueryToken _word;
    private int _parts;

    internal QueryParser(string text)
    {
        _words = new QueryLexer(text);
        _word = _words.Next();
    }

    internal IQueryNode ParseAll()
    {
        var root = ParseAny();
        return _word.Kind == QueryTokenKind.End
            ? root
            : throw new QuerySyntaxException("something follows the end of the query");
    }

    private IQueryNode ParseAny() => ParseChain(static op => op == QueryOperator.Or, ParseEvery);

    private IQueryNode ParseEvery() => ParseChain(static op => op == QueryOperator.And, ParseTest);

    private IQueryNode ParseTest() => ParseChain(static op => op >= QueryOperator.Equal, ParseUnary);

    private IQueryNode ParseChain(Func<QueryOperator, bool> belongs, Func<IQueryNode> parseOperand)
    {
        var left = parseOperand();
        while (_word.Kind == QueryTokenKind.Operator && belongs(_word.Operator))
        {
            Count();
            var op = _word.Operator;
            _word = _words.Next();
            left = new BinaryNode(op, left, parseOperand());
        }

        return left;
    }

    private IQueryNode ParseUnary()
    {
        Count();
        var word = _word;
        _word = _words.Next();
        switch (word.Kind)
        {
            case QueryTokenKind.Not: return new NotNode(ParseUnary());
            case QueryTokenKind.Literal: return new LiteralNode(word.Value);
            case QueryTokenKind.Name: return new MemberNode(word.Name);
            case QueryTokenKind.Open:
                var inner = ParseAny();
                if (_word.Kind != QueryTokenKind.Close) throw new QuerySyntaxException("a parenthesis is not closed");
                _word = _words.Next();
                return inner;
            default: throw new QuerySyntaxException("a value is missing");
        }
    }

    private void Count()
    {
        if (++_parts > MaxParts) throw new QuerySyntaxException("too many parts");
    }
}
