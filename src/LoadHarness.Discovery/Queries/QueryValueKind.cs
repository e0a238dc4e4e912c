namespace LoadHarness.Discovery.Queries;

/// <summary>What a part of a query has turned out to be for one record.</summary>
internal enum QueryValueKind
{
    /// <summary>An absent member, or an operation on values it is not for.</summary>
    Error = 0,

    /// <summary>JSON null.</summary>
    Null = 1,

    /// <summary>True or false.</summary>
    Boolean = 2,

    /// <summary>A number.</summary>
    Number = 3,

    /// <summary>A string.</summary>
    Text = 4,
}
