using LoadHarness.Discovery.Records;

namespace LoadHarness.Discovery.Queries;

/// <summary>The opposite of a boolean; an error of anything else.</summary>
internal sealed class NotNode(IQueryNode operand) : IQueryNode
{
    /// <inheritdoc/>
    public QueryValue For(CatalogRecord record)
    {
        var value = operand.For(record);
        return value.Kind == QueryValueKind.Boolean ? QueryValue.Of(!value.IsTrue) : QueryValue.Error;
    }
}
