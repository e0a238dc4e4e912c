using LoadHarness.Workloads.HashTable.Dialects;

namespace LoadHarness.Workloads.HashTable.Loading;

/// <summary>What stands before and after the only place of a template, byte by byte.</summary>
/// <param name="Before">The text before it; all of it when there is no place.</param>
/// <param name="After">The text after it.</param>
internal sealed record SurroundingText(byte[] Before, byte[] After)
{
    /// <summary>Of a template with at most one place, outside of quotes and with plain JSON in it; else null.</summary>
    internal static SurroundingText? Of(Template template)
    {
        var parts = template.Parts.ToArray();
        return parts switch
        {
            [{ Placeholder: Placeholder.None } all] => new SurroundingText(all.Text, []),
            [{ Placeholder: Placeholder.None } before,
            { Placeholder: Placeholder.Value or Placeholder.Pairs, IsQuoted: false },
            { Placeholder: Placeholder.None } after] => new SurroundingText(before.Text, after.Text),
            _ => null,
        };
    }

    /// <summary>True when a reply consists of the text alone.</summary>
    internal bool IsAll(ReadOnlySpan<byte> reply) => After.Length == 0 && reply.SequenceEqual(Before);

    /// <summary>True when a reply consists of the text and something in its place.</summary>
    internal bool IsAround(ReadOnlySpan<byte> reply, ReadOnlySpan<byte> place) =>
        reply.Length == Before.Length + place.Length + After.Length
        && reply.StartsWith(Before)
        && reply.Slice(Before.Length, place.Length).SequenceEqual(place)
        && reply.EndsWith(After);

    /// <summary>What stands in the place of a reply; nothing when it has not this text around it.</summary>
    internal ReadOnlySpan<byte> Inside(ReadOnlySpan<byte> reply) =>
        reply.Length >= Before.Length + After.Length && reply.StartsWith(Before) && reply.EndsWith(After)
            ? reply[Before.Length..^After.Length]
            : default;
}
