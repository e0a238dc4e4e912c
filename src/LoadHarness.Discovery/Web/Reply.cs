using System.Globalization;
using System.Text;

namespace LoadHarness.Discovery.Web;

/// <summary>
/// An answer as the original writes it, since clients depend on its form: every line ended by LF alone, no length, the
/// content type as the last header line; the closed connection ends the body.
/// </summary>
/// <param name="Status">Code and reason, e.g. <c>200 OK</c>.</param>
/// <param name="ContentType">text/plain or text/html.</param>
/// <param name="Body">ASCII.</param>
internal sealed record Reply(string Status, string ContentType, byte[] Body)
{
    internal static Reply Plain(byte[] body) => new("200 OK", "text/plain", body);

    internal static Reply Page(string html) => new("200 OK", "text/html", Encoding.ASCII.GetBytes(html));

    internal static Reply BadRequest(string line) =>
        new("400 Bad Request", "text/plain", Encoding.ASCII.GetBytes(line + "\n"));

    internal static Reply NotFound(string path) => new("404 Not Found", "text/html", Encoding.ASCII.GetBytes(
        $"<p>Error 404: Invalid URL</p><pre>{Html.Escape(path)}</pre><p><a href=/>Return to Index</a></p>"));

    /// <summary>Head and body.</summary>
    internal byte[] ToBytes(DateTimeOffset now)
    {
        var utc = now.UtcDateTime;
        // The C library's date form: the day of the month is padded with a blank.
        var date = string.Create(CultureInfo.InvariantCulture, $"{utc:ddd MMM} {utc.Day,2} {utc:HH:mm:ss yyyy}");
        var head = $"HTTP/1.1 {Status}\nDate: {date}\nServer: catalog_server\nConnection: close\n"
            + $"Access-Control-Allow-Origin: *\nContent-type: {ContentType}\n\n";
        return [.. Encoding.ASCII.GetBytes(head), .. Body];
    }
}
