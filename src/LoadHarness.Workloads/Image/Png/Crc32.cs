using System.Buffers.Binary;

namespace LoadHarness.Workloads.Image.Png;

/// <summary>
/// CRC-32 as PNG, zip and Ethernet use it (polynomial 0xEDB88320, bits reflected; PNG specification, annex D), eight
/// bytes at a time by eight tables (Kounavis and Berry, "A Systematic Approach to Building High Performance
/// Software-based CRC Generators", 2005).
/// </summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private const int Slices = sizeof(ulong);
    private const int BytesPerSlice = 256;

    private static readonly uint[] _table = MakeTable();

    /// <summary>The checksum of some bytes.</summary>
    internal static uint Of(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<uint> table = _table;
        var crc = uint.MaxValue;
        while (bytes.Length >= sizeof(ulong))
        {
            var eight = BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ crc;
            crc = table[7 * BytesPerSlice + (byte)eight]
                ^ table[6 * BytesPerSlice + (byte)(eight >> 8)]
                ^ table[5 * BytesPerSlice + (byte)(eight >> 16)]
                ^ table[4 * BytesPerSlice + (byte)(eight >> 24)]
                ^ table[3 * BytesPerSlice + (byte)(eight >> 32)]
                ^ table[2 * BytesPerSlice + (byte)(eight >> 40)]
                ^ table[BytesPerSlice + (byte)(eight >> 48)]
                ^ table[(byte)(eight >> 56)];
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var one in bytes) crc = (crc >> 8) ^ table[(byte)(crc ^ one)];
        return ~crc;
    }

    /// <summary>In slice k the checksum of one byte that k zeros follow.</summary>
    private static uint[] MakeTable()
    {
        var table = new uint[Slices * BytesPerSlice];
        for (var value = 0u; value < BytesPerSlice; value++)
        {
            var crc = value;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) * Polynomial);
            table[value] = crc;
        }

        for (var i = BytesPerSlice; i < table.Length; i++)
        {
            var before = table[i - BytesPerSlice];
            table[i] = (before >> 8) ^ table[(byte)before];
        }

        return table;
    }
}
