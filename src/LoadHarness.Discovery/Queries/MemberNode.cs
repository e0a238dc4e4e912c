using LoadHarness.Discovery.Records;

namespace LoadHarness.Discovery.Queries;

/// <summary>A member of the record, by name.</summary>
internal sealed class MemberNode(string name) : IQueryNode
{
    /// <inheritdoc/>
    public QueryValue For(CatalogRecord record) =>
        record.TryGet(name, out var value) ? QueryValue.Of(value) : QueryValue.Error;
}
