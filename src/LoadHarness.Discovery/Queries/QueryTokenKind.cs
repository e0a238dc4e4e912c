namespace LoadHarness.Discovery.Queries;

/// <summary>The kinds of word a query is made of.</summary>
internal enum QueryTokenKind
{
    /// <summary>Nothing is left.</summary>
    End = 0,

    /// <summary>A number, string, true, false or null.</summary>
    Literal = 1,

    /// <summary>The name of a member.</summary>
    Name = 2,

    /// <summary>An operator between two values.</summary>
    Operator = 3,

    /// <summary><c>!</c> or <c>not</c>.</summary>
    Not = 4,

    /// <summary><c>(</c>.</summary>
    Open = 5,

    /// <summary><c>)</c>.</summary>
    Close = 6,
}
