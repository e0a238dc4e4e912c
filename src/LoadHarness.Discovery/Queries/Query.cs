using System.Diagnostics.CodeAnalysis;
using LoadHarness.Discovery.Records;

namespace LoadHarness.Discovery.Queries;

/// <summary>
/// A question to the catalog: <c>==</c>, <c>!=</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c>,
/// <c>&amp;&amp;</c> (<c>and</c>), <c>||</c> (<c>or</c>), <c>!</c> (<c>not</c>), parentheses, strings in double quotes
/// with JSON's escapes, numbers, true, false, null and names of members. The part of the original's language that its
/// clients use.
/// </summary>
public sealed class Query
{
    private readonly IQueryNode _root;

    private Query(IQueryNode root) => _root = root;

    /// <summary>Reads a query; <paramref name="problem"/> is one line, empty on success.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Query? query, out string problem)
    {
        try
        {
            query = new Query(new QueryParser(text).ParseAll());
            problem = "";
            return true;
        }
        catch (QuerySyntaxException wrong)
        {
            query = null;
            problem = wrong.Message;
            return false;
        }
    }

    /// <summary>True when the whole is true for the record; errors and values other than true do not match.</summary>
    public bool Matches(CatalogRecord record) => _root.For(record).IsTrue;
}
