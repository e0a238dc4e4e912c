using LoadHarness.Discovery.Records;

namespace LoadHarness.Discovery.Queries;

/// <summary>A value written in the query.</summary>
internal sealed class LiteralNode(QueryValue value) : IQueryNode
{
    /// <inheritdoc/>
    public QueryValue For(CatalogRecord record) => value;
}
