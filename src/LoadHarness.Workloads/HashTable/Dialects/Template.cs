using System.Text.Json;

namespace LoadHarness.Workloads.HashTable.Dialects;

/// <summary>The text of a message with places to be filled; written by one side and read by the other.</summary>
/// <param name="parts">The text in order.</param>
/// <param name="skeleton">The text as JSON, with marks of <see cref="TemplateMarks"/> at the places.</param>
internal sealed class Template(TemplatePart[] parts, JsonElement skeleton)
{
    /// <summary>The text in order.</summary>
    internal ReadOnlySpan<TemplatePart> Parts => parts;

    /// <summary>The text as JSON.</summary>
    internal JsonElement Skeleton { get; } = skeleton;

    /// <summary>What a reply of this form holds.</summary>
    internal Pattern Pattern { get; } = TemplateMarks.ToPattern(skeleton);

    /// <summary>Bytes of the fixed text.</summary>
    internal int FixedLength { get; } = parts.Sum(part => part.Text.Length);

    /// <summary>True when a placeholder occurs.</summary>
    internal bool Has(Placeholder placeholder) => parts.Any(part => part.Placeholder == placeholder);
}
