using System.Globalization;
using System.Text;

namespace LoadHarness.Tests.Workloads.HashTable.Dialects;

/// <summary>The frames of each dialect, written down once more by hand.</summary>
internal static class HandWire
{
    public static byte[] Frame(string dialect, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return dialect switch
        {
            "newline" or "newline-arguments" => [.. bytes, (byte)'\n'],
            "decimal-comma" => [.. Digits(bytes.Length, ""), (byte)',', .. bytes],
            "decimal-10" => [.. Digits(bytes.Length, "0000000000"), .. bytes],
            "decimal-16" => [.. Encoding.ASCII.GetBytes(Decimal(bytes.Length, "").PadLeft(16)), .. bytes],
            "le64" => [.. BitConverter.GetBytes((long)bytes.Length), .. bytes],
            _ => [.. BitConverter.GetBytes((long)bytes.Length).Reverse(), .. bytes],
        };
    }

    private static byte[] Digits(int length, string format) => Encoding.ASCII.GetBytes(Decimal(length, format));

    private static string Decimal(int length, string format) => length.ToString(format, CultureInfo.InvariantCulture);
}
