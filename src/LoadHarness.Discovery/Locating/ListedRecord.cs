using System.Globalization;
using System.Text.Json;

namespace LoadHarness.Discovery.Locating;

/// <summary>
/// A record of some catalog, of which nothing is certain. Of members that stand twice the first counts: the catalog
/// writes its own <c>name</c>, <c>lastheardfrom</c> and <c>address</c> first, a sender's follow.
/// </summary>
internal sealed class ListedRecord
{
    private readonly Dictionary<string, string?> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _numbers = new(StringComparer.Ordinal);

    private ListedRecord(JsonElement members)
    {
        foreach (var member in members.EnumerateObject())
        {
            var text = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : null;
            if (!_texts.TryAdd(member.Name, text)) continue;
            if (NumberIn(member.Value, text) is { } number) _numbers.Add(member.Name, number);
        }
    }

    /// <summary>Null for a record with a string that is no text, e.g. half of a surrogate pair.</summary>
    internal static ListedRecord? Read(JsonElement members)
    {
        try
        {
            return new ListedRecord(members);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    internal bool IsAnswerTo(ServerQuery query) =>
        string.Equals(Text("type"), query.Type, StringComparison.Ordinal)
        && string.Equals(Text("project"), query.Project, StringComparison.Ordinal);

    /// <summary>Null when the record does not say where the server is.</summary>
    internal Candidate? ToCandidate()
    {
        var host = Text("address") ?? Text("name");
        if (string.IsNullOrWhiteSpace(host) || !_numbers.TryGetValue("port", out var port)) return null;
        if (port is < 1 or > 65535 || port % 1 != 0) return null;
        return new Candidate(host, (int)port, _numbers.GetValueOrDefault("lastheardfrom"));
    }

    private string? Text(string member) => _texts.GetValueOrDefault(member);

    // Some servers register their port as a string.
    private static double? NumberIn(JsonElement value, string? text)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number))
            return number;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var written) ? written : null;
    }
}
