using LoadHarness.Discovery.Records;

namespace LoadHarness.Discovery.Queries;

/// <summary>
/// An operator between two values, with the original's rules: an error on either side gives an error, so that a record
/// without the member matches neither <c>x==1</c> nor <c>x!=1</c>, nor anything joined to them with <c>||</c>; values
/// of different kinds are unequal, and ordering them is an error.
/// </summary>
internal sealed class BinaryNode(QueryOperator op, IQueryNode left, IQueryNode right) : IQueryNode
{
    /// <inheritdoc/>
    public QueryValue For(CatalogRecord record)
    {
        var a = left.For(record);
        var b = right.For(record);
        if (a.Kind == QueryValueKind.Error || b.Kind == QueryValueKind.Error) return QueryValue.Error;
        return op switch
        {
            QueryOperator.Or => Logic(a, b, a.IsTrue || b.IsTrue),
            QueryOperator.And => Logic(a, b, a.IsTrue && b.IsTrue),
            QueryOperator.Equal => QueryValue.Of(AreEqual(a, b)),
            QueryOperator.NotEqual => QueryValue.Of(!AreEqual(a, b)),
            QueryOperator.Less => Ordered(a, b, static order => order < 0),
            QueryOperator.LessOrEqual => Ordered(a, b, static order => order <= 0),
            QueryOperator.Greater => Ordered(a, b, static order => order > 0),
            QueryOperator.GreaterOrEqual => Ordered(a, b, static order => order >= 0),
            _ => QueryValue.Error,
        };
    }

    private static QueryValue Logic(QueryValue a, QueryValue b, bool result) =>
        a.Kind == QueryValueKind.Boolean && b.Kind == QueryValueKind.Boolean ? QueryValue.Of(result) : QueryValue.Error;

    private static bool AreEqual(QueryValue a, QueryValue b) =>
        a.Kind == b.Kind && a.Number.Equals(b.Number) && string.Equals(a.Text, b.Text, StringComparison.Ordinal);

    private static QueryValue Ordered(QueryValue a, QueryValue b, Func<int, bool> holds)
    {
        if (a.Kind != b.Kind) return QueryValue.Error;
        return a.Kind switch
        {
            QueryValueKind.Number => QueryValue.Of(holds(a.Number.CompareTo(b.Number))),
            QueryValueKind.Text => QueryValue.Of(holds(string.CompareOrdinal(a.Text, b.Text))),
            _ => QueryValue.Error,
        };
    }
}
