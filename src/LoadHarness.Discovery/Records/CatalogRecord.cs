using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace LoadHarness.Discovery.Records;

/// <summary>One registered service as the catalog lists it. Immutable: an update makes a new one.</summary>
public sealed class CatalogRecord
{
    private readonly JsonElement _members;

    internal CatalogRecord(string key, byte[] line, JsonElement members)
    {
        Key = key;
        Line = line;
        _members = members;
        Name = members.GetProperty("name").GetString()!;
        LastHeardFrom_s = members.GetProperty("lastheardfrom").GetInt64();
        OwnLifetime = LifetimeIn(members);
    }

    /// <summary>
    /// Identity: <c>address:port:name</c>, and <c>:uuid</c> when the sender gave one. A later update with the same key
    /// replaces this one.
    /// </summary>
    public string Key { get; }

    /// <summary>
    /// The record as one line of compact ASCII JSON without line end; the catalog's own members come first, no name
    /// stands twice.
    /// </summary>
    public ReadOnlyMemory<byte> Line { get; }

    /// <summary>The sender's host name, the name it gave itself, or its address.</summary>
    public string Name { get; }

    /// <summary>When the last update came, in Unix seconds.</summary>
    public long LastHeardFrom_s { get; }

    /// <summary>
    /// How long the sender wants to be listed after an update: whole seconds, 1 or more, or null. What is no such
    /// number counts as not said, as in the original.
    /// </summary>
    public TimeSpan? OwnLifetime { get; }

    /// <summary>All members in listing order.</summary>
    public JsonElement.ObjectEnumerator Members => _members.EnumerateObject();

    /// <summary>The value of a member, case-sensitive by name.</summary>
    public bool TryGet(string member, [NotNullWhen(true)] out JsonElement value) =>
        _members.TryGetProperty(member, out value);

    /// <summary>A member as people read it: strings bare, everything else as JSON; null when absent.</summary>
    public string? TextOf(string member) => TryGet(member, out var value) ? TextOf(value) : null;

    /// <summary>A value as people read it.</summary>
    public static string TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static TimeSpan? LifetimeIn(JsonElement members) =>
        members.TryGetProperty("lifetime", out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out var seconds)
        && seconds > 0
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
