namespace LoadHarness.Workloads.HashTable.Dialects;

/// <summary>
/// What a template leaves open. The name in a template is a dollar sign and the name here in snake case.
/// </summary>
internal enum Placeholder
{
    /// <summary>Nothing: fixed text.</summary>
    None = 0,

    /// <summary>A key.</summary>
    Key = 1,

    /// <summary>A value.</summary>
    Value = 2,

    /// <summary>A pattern.</summary>
    Regex = 3,

    /// <summary>The name of a member.</summary>
    Subkey = 4,

    /// <summary>What the member equals.</summary>
    Subvalue = 5,

    /// <summary>Pairs of key and value: <c>[[key,value],…]</c>.</summary>
    Pairs = 6,

    /// <summary>Pairs whose values are JSON text in a string.</summary>
    TextPairs = 7,

    /// <summary>Number of keys.</summary>
    Size = 8,

    /// <summary>Our name of a failure.</summary>
    Type = 9,

    /// <summary>What is wrong, for people.</summary>
    Message = 10,
}
