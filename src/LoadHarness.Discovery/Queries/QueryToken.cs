using System.Runtime.InteropServices;

namespace LoadHarness.Discovery.Queries;

/// <summary>One word of a query.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Operator">For an operator.</param>
/// <param name="Value">For a literal.</param>
/// <param name="Name">For a name.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct QueryToken(
    QueryTokenKind Kind, QueryOperator Operator = default, QueryValue Value = default, string Name = "");
