namespace LoadHarness.Workloads.HashTable.Dialects;

/// <summary>What a reply must hold at one place.</summary>
internal enum PatternKind
{
    /// <summary>Whatever it likes.</summary>
    Anything = 0,

    /// <summary>A string.</summary>
    Text = 1,

    /// <summary>A number.</summary>
    Number = 2,

    /// <summary>true.</summary>
    True = 3,

    /// <summary>false.</summary>
    False = 4,

    /// <summary>null.</summary>
    Null = 5,

    /// <summary>An object with certain members, and any others.</summary>
    Members = 6,

    /// <summary>What a placeholder stands for.</summary>
    Place = 7,
}
