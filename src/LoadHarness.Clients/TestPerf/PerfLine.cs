namespace LoadHarness.Clients.TestPerf;

/// <summary>The lines for programs: <c>name=value</c> with a space between.</summary>
public static class PerfLine
{
    /// <summary>The values by name.</summary>
    public static IReadOnlyDictionary<string, string> Fields(string line)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in line.Split(' '))
        {
            var at = field.IndexOf('=', StringComparison.Ordinal);
            if (at > 0) fields[field[..at]] = field[(at + 1)..];
        }

        return fields;
    }
}
