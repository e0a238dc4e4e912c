using System.Security.Cryptography;

namespace LoadHarness.Clients.Frames;

/// <summary>Tells whether two files are equal without keeping both.</summary>
internal static class GifHash
{
    /// <summary>The SHA-256 of a file, in hexadecimal.</summary>
    internal static string Of(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexString(SHA256.HashData(file));
    }
}
