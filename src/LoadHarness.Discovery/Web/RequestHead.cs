using System.Runtime.InteropServices;
using System.Text;

namespace LoadHarness.Discovery.Web;

/// <summary>
/// The head of an HTTP request, read as tolerantly as the original reads it: any method in any case, any version, lines
/// ended by LF or CRLF, a path or a whole URL. Header fields are passed over. The request ends with an empty line, or
/// with the connection.
/// </summary>
/// <param name="State">How far it has been read.</param>
/// <param name="Path">What is asked for when complete; empty when a URL names no path.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RequestHead(RequestState State, string Path = "")
{
    private const string Scheme = "http://";

    /// <summary>Reads what has come so far.</summary>
    /// <param name="received">All bytes from the start of the connection.</param>
    /// <param name="ended">Nothing will follow.</param>
    /// <param name="maxBytes">Longest head taken.</param>
    internal static RequestHead Read(ReadOnlySpan<byte> received, bool ended, int maxBytes)
    {
        var line = received.IndexOf((byte)'\n');
        var complete = line >= 0 && (ended || HasEmptyLine(received[line..]));
        if (complete) return ReadLine(received[..line]);
        if (received.Length >= maxBytes) return new RequestHead(RequestState.TooLong);
        return new RequestHead(ended ? RequestState.Invalid : RequestState.Incomplete);
    }

    private static bool HasEmptyLine(ReadOnlySpan<byte> rest) =>
        rest.IndexOf("\n\n"u8) >= 0 || rest.IndexOf("\n\r\n"u8) >= 0;

    private static RequestHead ReadLine(ReadOnlySpan<byte> line)
    {
        // Bytes that are not ASCII become question marks, which no path of the catalog has.
        var words = Encoding.ASCII.GetString(line).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 3
            ? new RequestHead(RequestState.Invalid)
            : new RequestHead(RequestState.Complete, PathOf(words[1]));
    }

    private static string PathOf(string target)
    {
        if (!target.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return target;
        var slash = target.IndexOf('/', Scheme.Length);
        return slash < 0 ? "" : target[slash..];
    }
}
