using System.Globalization;
using LoadHarness.Workloads.HashTable.Dialects;
using LoadHarness.Workloads.HashTable.Protocol;

namespace LoadHarness.Workloads.HashTable.Serving;

/// <summary>What fills the places of a reply's template: canonical JSON, strings with their quotes.</summary>
internal readonly ref struct ReplyContent
{
    /// <summary>The key of the request.</summary>
    public ReadOnlySpan<byte> Key { get; init; }

    /// <summary>The value found.</summary>
    public ReadOnlySpan<byte> Value { get; init; }

    /// <summary>Number of keys.</summary>
    public ReadOnlySpan<byte> Size { get; init; }

    /// <summary>Our name of a failure.</summary>
    public ReadOnlySpan<byte> Type { get; init; }

    /// <summary>What is wrong.</summary>
    public ReadOnlySpan<byte> Message { get; init; }

    /// <summary>A failure.</summary>
    /// <param name="failure">Its kind.</param>
    /// <param name="message">For people; quotes, backslashes and anything but printable ASCII become question
    /// marks.</param>
    public static ReplyContent Of(Failure failure, string message) => new()
    {
        Type = ErrorType.Of(failure),
        Message = message.Length == 0 ? "\"\""u8 : Quote(message),
    };

    /// <summary>A number of keys.</summary>
    public static ReplyContent OfSize(int count) =>
        new() { Size = System.Text.Encoding.ASCII.GetBytes(count.ToString(CultureInfo.InvariantCulture)) };

    /// <summary>What stands at a place that is not inside quotes.</summary>
    public ReadOnlySpan<byte> At(Placeholder placeholder) => placeholder switch
    {
        Placeholder.Value => Value,
        Placeholder.Key => Key,
        Placeholder.Size => Size,
        Placeholder.Type => Type,
        _ => Message,
    };

    private static byte[] Quote(string message)
    {
        var quoted = new byte[message.Length + 2];
        quoted[0] = quoted[^1] = (byte)'"';
        for (var i = 0; i < message.Length; i++)
            quoted[i + 1] = message[i] is < ' ' or > '~' or '"' or '\\' ? (byte)'?' : (byte)message[i];
        return quoted;
    }
}
