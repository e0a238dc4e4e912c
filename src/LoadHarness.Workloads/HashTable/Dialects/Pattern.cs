namespace LoadHarness.Workloads.HashTable.Dialects;

/// <summary>A template as a client reads it: what a reply must hold at one place.</summary>
internal sealed class Pattern
{
    /// <summary>Most members of one object in a template.</summary>
    internal const int MostMembers = 32;

    /// <summary>Accepts all.</summary>
    internal static Pattern Anything { get; } = new() { Kind = PatternKind.Anything };

    /// <summary>What kind of thing is wanted.</summary>
    internal required PatternKind Kind { get; init; }

    /// <summary>Of a text: its UTF-8.</summary>
    internal byte[] Text { get; init; } = [];

    /// <summary>Of a number.</summary>
    internal double Number { get; init; }

    /// <summary>Of an object: the members it must have; others are skipped.</summary>
    internal (byte[] Name, Pattern Pattern)[] Members { get; init; } = [];

    /// <summary>Of a place.</summary>
    internal Placeholder Placeholder { get; init; }

    /// <summary>Of a place: what stands there is JSON text in a string.</summary>
    internal bool IsQuoted { get; init; }
}
