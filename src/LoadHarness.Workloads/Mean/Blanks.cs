using System.Buffers;

namespace LoadHarness.Workloads.Mean;

/// <summary>Bytes that may stand around a number, e.g. a line end typed in a terminal.</summary>
internal static class Blanks
{
    /// <summary>Space, tab, carriage return, line feed.</summary>
    public static SearchValues<byte> All { get; } = SearchValues.Create(" \t\r\n"u8);
}
