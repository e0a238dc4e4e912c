using System.Buffers;
using LoadHarness.Workloads.HashTable.Dialects;
using LoadHarness.Workloads.HashTable.Framings;
using LoadHarness.Workloads.HashTable.Protocol;

namespace LoadHarness.Workloads.HashTable.Serving;

/// <summary>Writes replies of a dialect in the frames that one client understands, each in one piece.</summary>
/// <param name="dialect">Their text.</param>
/// <param name="framing">Their frames.</param>
internal sealed class ReplyWriter(Dialect dialect, Framing framing)
{
    private const int LongestPrefix = 32;

    /// <summary>The frames.</summary>
    internal Framing Framing => framing;

    /// <summary>The text.</summary>
    internal Dialect Dialect => dialect;

    /// <summary>Writes a reply.</summary>
    internal void Write(IBufferWriter<byte> output, Template template, scoped in ReplyContent content)
    {
        var length = template.FixedLength;
        foreach (ref readonly var part in template.Parts)
        {
            if (part.Placeholder != Placeholder.None) length += LengthOf(part, content);
        }

        var span = output.GetSpan(framing.LongestPrefix + length + framing.Suffix.Length);
        var at = framing.WritePrefix(length, span);
        foreach (ref readonly var part in template.Parts)
        {
            if (part.Placeholder == Placeholder.None) part.Text.CopyTo(span[at..]);
            at += part.Placeholder == Placeholder.None ? part.Text.Length : Put(part, content, span[at..]);
        }

        framing.Suffix.CopyTo(span[at..]);
        output.Advance(at + framing.Suffix.Length);
    }

    /// <summary>Writes a failure.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="failure">Its kind.</param>
    /// <param name="method">What was asked for.</param>
    /// <param name="message">For people, or empty.</param>
    internal void WriteFailure(
        IBufferWriter<byte> output, Failure failure, TableMethod method, string message = "") =>
        Write(output, dialect.Failed(failure, method), ReplyContent.Of(failure, message));

    /// <summary>A reply whose parts are made when they leave.</summary>
    /// <param name="content">The reply without its frame.</param>
    /// <returns>Null when it is longer than its frame can say.</returns>
    internal LargeAnswer? Frame(IEnumerable<ReadOnlyMemory<byte>> content)
    {
        // A line needs no length; adding up the parts of a large answer takes time.
        if (framing.LongestPrefix == 0) return new LargeAnswer(content.Append(framing.Suffix.ToArray()));
        var length = content.Sum(part => (long)part.Length);
        if (length > framing.LongestBody) return null;
        Span<byte> prefix = stackalloc byte[LongestPrefix];
        prefix = prefix[..framing.WritePrefix(length, prefix)];
        return new LargeAnswer(content.Prepend(prefix.ToArray()).Append(framing.Suffix.ToArray()));
    }

    private static int LengthOf(in TemplatePart part, scoped in ReplyContent content)
    {
        var token = content.At(part.Placeholder);
        if (!part.IsQuoted) return token.Length;
        return IsString(part.Placeholder) ? token.Length - 2 : QuotedText.Length(token);
    }

    private static int Put(in TemplatePart part, scoped in ReplyContent content, Span<byte> target)
    {
        var token = content.At(part.Placeholder);
        if (part.IsQuoted && !IsString(part.Placeholder)) return QuotedText.Write(token, target);
        if (part.IsQuoted) token = token[1..^1];
        token.CopyTo(target);
        return token.Length;
    }

    private static bool IsString(Placeholder placeholder) =>
        placeholder is Placeholder.Key or Placeholder.Type or Placeholder.Message;
}
