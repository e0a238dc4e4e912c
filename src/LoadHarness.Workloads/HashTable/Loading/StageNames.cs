namespace LoadHarness.Workloads.HashTable.Loading;

/// <summary>The stages by name.</summary>
internal static class StageNames
{
    /// <summary>In the order in which they are measured.</summary>
    internal static IReadOnlyList<string> All { get; } = ["insert", "lookup", "scan", "remove", "mixed", "contended"];

    /// <summary>The stages that the course measures.</summary>
    internal static IReadOnlyList<string> OfTheCourse { get; } = [.. All.Take((int)Stage.Mixed)];

    /// <summary>Those whose clients can record what they do to every key.</summary>
    internal static IReadOnlyList<string> WithHistory { get; } = [All[(int)Stage.Contended]];

    /// <summary>The stage of a name.</summary>
    /// <exception cref="ArgumentException">There is no such stage.</exception>
    internal static Stage Parse(string name)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (string.Equals(All[i], name, StringComparison.Ordinal)) return (Stage)i;
        }

        throw new ArgumentException($"'{name}' is not one of {string.Join(", ", All)}", nameof(name));
    }
}
