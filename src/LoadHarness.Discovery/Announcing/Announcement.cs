using System.Globalization;
using LoadHarness.Discovery.Records;

namespace LoadHarness.Discovery.Announcing;

/// <summary>What a server tells a catalog about itself.</summary>
/// <param name="Type">Kind of service; the course's clients look for <c>hashtable</c>.</param>
/// <param name="Project">The name clients find it by.</param>
/// <param name="Owner">Who runs it.</param>
/// <param name="Port">Where it listens, 1 to 65535.</param>
public sealed record Announcement(string Type, string Project, string Owner, int Port)
{
    /// <summary>What the course's clients look for.</summary>
    public const string HashtableType = "hashtable";

    /// <summary>The server model, or null.</summary>
    public string? Model { get; init; }

    /// <summary>The service as this program names it, or null.</summary>
    public string? Service { get; init; }

    /// <summary>Version of the server program, or null.</summary>
    public string? Version { get; init; }

    /// <summary>
    /// How long it wants to be listed after an update, in whole seconds, or null for the catalog's own lifetime.
    /// </summary>
    public int? Lifetime_s { get; init; }

    /// <summary>Checks what a catalog would drop without a word.</summary>
    /// <exception cref="DiscoveryException">Every problem, each with the name of its field.</exception>
    public void Check()
    {
        var problems = TextFields()
            .Select(field => (field.Name, Problem: ProblemWith(field)))
            .Where(found => found.Problem is not null)
            .Select(found => $"{found.Name} {found.Problem}")
            .ToList();
        if (Port is < 1 or > 65535)
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"port is {Port}, not from 1 to 65535"));
        if (problems.Count > 0)
            throw new DiscoveryException($"cannot register with a catalog: {string.Join("; ", problems)}");
    }

    /// <summary>The fields that hold text, in the order they are sent; absent ones are left out.</summary>
    internal IEnumerable<(string Name, string Value)> TextFields()
    {
        yield return ("type", Type);
        yield return ("owner", Owner);
        yield return ("project", Project);
        if (Service is not null) yield return ("service", Service);
        if (Model is not null) yield return ("model", Model);
        if (Version is not null) yield return ("version", Version);
    }

    private static string? ProblemWith((string Name, string Value) field) =>
        field.Value.Length == 0 ? "is empty" : AsciiRule.ProblemWith(field.Value);
}
