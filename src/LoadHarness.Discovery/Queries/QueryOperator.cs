namespace LoadHarness.Discovery.Queries;

/// <summary>The operators between two values.</summary>
internal enum QueryOperator
{
    /// <summary><c>||</c> or <c>or</c>.</summary>
    Or = 0,

    /// <summary><c>&amp;&amp;</c> or <c>and</c>.</summary>
    And = 1,

    /// <summary><c>==</c>.</summary>
    Equal = 2,

    /// <summary><c>!=</c>.</summary>
    NotEqual = 3,

    /// <summary><c>&lt;</c>.</summary>
    Less = 4,

    /// <summary><c>&lt;=</c>.</summary>
    LessOrEqual = 5,

    /// <summary><c>&gt;</c>.</summary>
    Greater = 6,

    /// <summary><c>&gt;=</c>.</summary>
    GreaterOrEqual = 7,
}
