using LoadHarness.Discovery.Announcing;
using LoadHarness.Discovery.Records;

namespace LoadHarness.Discovery.Locating;

/// <summary>Which servers are looked for.</summary>
/// <param name="Project">The name a server registered with; ASCII without control characters.</param>
/// <param name="Type">Its kind.</param>
public sealed record ServerQuery(string Project, string Type = Announcement.HashtableType)
{
    /// <summary>The question in the catalog's language.</summary>
    /// <exception cref="DiscoveryException">No catalog can hold such a name.</exception>
    internal string ToExpression()
    {
        // An apostrophe can be asked for: others may have registered with one.
        foreach (var (name, value) in new[] { ("type", Type), ("project", Project) })
        {
            if (AsciiRule.ProblemWith(value.Replace("'", "", StringComparison.Ordinal)) is { } problem)
                throw new DiscoveryException($"cannot look for a server: {name} {problem}");
        }

        return $"type=={Quoted(Type)} && project=={Quoted(Project)}";
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
