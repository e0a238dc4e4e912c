using LoadHarness.Discovery.Records;

namespace LoadHarness.Discovery.Queries;

/// <summary>A part of a parsed query.</summary>
internal interface IQueryNode
{
    /// <summary>Its value for one record.</summary>
    QueryValue For(CatalogRecord record);
}
