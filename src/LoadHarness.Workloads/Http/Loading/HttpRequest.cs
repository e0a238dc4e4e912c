using System.Globalization;
using System.Text;

namespace LoadHarness.Workloads.Http.Loading;

/// <summary>Makes the bytes that clients send over and over.</summary>
internal static class HttpRequest
{
    /// <summary>A GET.</summary>
    internal static byte[] Get(HttpOptions options) => Make("GET", options, "", []);

    /// <summary>A POST with its body.</summary>
    internal static byte[] Post(HttpOptions options)
    {
        var length = options.Body.Length.ToString(CultureInfo.InvariantCulture);
        return Make(
            "POST", options, $"Content-Type: {options.ContentType}\r\nContent-Length: {length}\r\n", options.Body);
    }

    private static byte[] Make(string method, HttpOptions options, string ofTheBody, byte[] body) =>
    [
        .. Encoding.UTF8.GetBytes($"{method} {options.Path} HTTP/1.1\r\nHost: {options.Host}\r\n"),
        .. options.Header,
        .. options.Header.Length > 0 ? "\r\n"u8 : [],
        .. Encoding.UTF8.GetBytes(ofTheBody + "\r\n"),
        .. body,
    ];
}
