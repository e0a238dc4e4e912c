namespace LoadHarness.Torture.Fuzzing.Inputs;

/// <summary>What programs trip over.</summary>
internal static class Boundaries
{
    /// <summary>Numbers at and beyond the ends of what types hold.</summary>
    public static IReadOnlyList<byte[]> Numbers { get; } = Ascii(
        "0", "-0", "00", "1", "-1", "+1", "127", "128", "255", "256", "32767", "32768", "65535", "65536", "65537",
        "2147483647", "2147483648", "-2147483648", "-2147483649", "4294967295", "4294967296", "9007199254740993",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809",
        "18446744073709551615", "18446744073709551616", "99999999999999999999999999", "1e999", "-1e999", "1e-999",
        "1.5", ".", "1.", ".5", "NaN", "nan", "Infinity", "inf", "0x10", "1_000", "1,5", "1e", "--1", "7fffffff",
        "ffffffffffffffff", "8000000000000000", "1E400", "5e-324", "1.7976931348623157e308", "000000000000000000001");

    /// <summary>Bytes that open and close things, or are none of any text.</summary>
    public static ReadOnlySpan<byte> Bytes =>
        [0, 1, 9, 10, 13, 27, 32, 33, 34, 39, 43, 44, 45, 46, 47, 48, 57, 58, 59, 61, 91, 92, 93, 123, 125, 127, 128,
        192, 255];

    /// <summary>Texts that are none, and texts that do not end.</summary>
    public static IReadOnlyList<byte[]> Texts { get; } =
    [
        [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF],
        [0xF0, 0x9F, 0x98, 0x80], [0x80], [0, 0, 0, 0], .. Ascii(
            "\\ud800", "\\udc00\\ud800", "\\u0000", "\\", "\\\\", "\\\"", "\\u12", "\\x", "%00", "%zz", "\\n", "\u007f",
            "\r\n\r\n", "\n\n", "\r", "\t", "''", "\"\"", "null", "true", "[]", "{}", "<script>", "../../x", "$(x)"),
    ];

    /// <summary>What opens a level of nesting.</summary>
    public static IReadOnlyList<byte[]> Openers { get; } =
        Ascii("[", "{\"a\":", "(", "*1\r\n", "{a: ", "- ", "<", "!", "[[", "\"", "(?:", "a:\n ", "? ", "&a [");

    /// <summary>Numbers as bytes, in both orders.</summary>
    public static IReadOnlyList<byte[]> Words { get; } =
    [
        [0, 0], [0xFF, 0xFF], [0x7F, 0xFF], [0x80, 0],
        [0, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0x7F], [0x80, 0, 0, 0],
        [0, 0, 0, 0x80], [0, 0, 0, 1], [1, 0, 0, 0], [0, 0x10, 0, 0],
        [0, 0, 0, 0, 0, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
        [0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0, 0, 0, 0, 1], [1, 0, 0, 0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0, 0, 0, 0x80], [0, 0, 0, 1, 0, 0, 0, 0],
    ];

    private static byte[][] Ascii(params string[] texts) => [.. texts.Select(System.Text.Encoding.UTF8.GetBytes)];
}
