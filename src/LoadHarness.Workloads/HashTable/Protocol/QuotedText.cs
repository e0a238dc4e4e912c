namespace LoadHarness.Workloads.HashTable.Protocol;

/// <summary>Canonical JSON as the text of a JSON string.</summary>
internal static class QuotedText
{
    /// <summary>Length of the text, quotes around it not included.</summary>
    internal static int Length(ReadOnlySpan<byte> json) => json.Length + json.Count((byte)'"') + json.Count((byte)'\\');

    /// <summary>Writes the text; returns bytes written.</summary>
    internal static int Write(ReadOnlySpan<byte> json, Span<byte> target)
    {
        var length = 0;
        while (true)
        {
            var run = json.IndexOfAny((byte)'"', (byte)'\\');
            if (run < 0) break;
            json[..run].CopyTo(target[length..]);
            length += run;
            target[length++] = (byte)'\\';
            target[length++] = json[run];
            json = json[(run + 1)..];
        }

        json.CopyTo(target[length..]);
        return length + json.Length;
    }

    /// <summary>The text.</summary>
    internal static byte[] Of(ReadOnlySpan<byte> json)
    {
        var text = new byte[Length(json)];
        Write(json, text);
        return text;
    }
}
