using System.Text;

namespace LoadHarness.Discovery.Web;

/// <summary>The query in a path: base64 of the standard alphabet, its padding optional.</summary>
internal static class Base64Text
{
    internal static string Write(string text) => Convert.ToBase64String(Encoding.ASCII.GetBytes(text));

    internal static bool TryRead(string encoded, out string text)
    {
        text = "";
        // Programs that build URLs by the book escape the signs of the alphabet.
        var plain = encoded.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(encoded) : encoded;
        plain = plain.TrimEnd('=');
        plain = plain.PadRight((plain.Length + 3) / 4 * 4, '=');
        var bytes = new byte[plain.Length];
        if (!Convert.TryFromBase64String(plain, bytes, out var length)) return false;
        if (!Ascii.IsValid(bytes.AsSpan(0, length))) return false;
        text = Encoding.ASCII.GetString(bytes, 0, length);
        return true;
    }
}
