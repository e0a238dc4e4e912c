using System.Buffers;
using System.Globalization;

namespace LoadHarness.Workloads.HashTable.Durability;

/// <summary>Writes one <see cref="CheckedLine"/> in place, without copies.</summary>
internal ref struct CheckedLineBuilder
{
    private const int LongestNumber = 20;

    private readonly ArrayBufferWriter<byte> _output;
    private readonly Span<byte> _line;
    private int _length;

    /// <summary>Begins a line.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="textLength">Most bytes of text that follow, numbers not counted.</param>
    /// <param name="numbers">How many numbers follow.</param>
    internal CheckedLineBuilder(ArrayBufferWriter<byte> output, int textLength, int numbers)
    {
        _output = output;
        _line = output.GetSpan(CheckedLine.PrefixLength + textLength + (numbers * LongestNumber) + 1);
        _length = CheckedLine.PrefixLength;
    }

    /// <summary>Adds text: ASCII without newlines.</summary>
    internal void Add(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_line[_length..]);
        _length += text.Length;
    }

    /// <summary>Adds a number.</summary>
    internal void Add(long number)
    {
        number.TryFormat(_line[_length..], out var written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>Fills in checksum and newline; returns the bytes of the whole line.</summary>
    internal int Seal()
    {
        Crc32C.Of(_line[CheckedLine.PrefixLength.._length])
            .TryFormat(_line, out _, "x8", CultureInfo.InvariantCulture);
        _line[CheckedLine.PrefixLength - 1] = (byte)' ';
        _line[_length++] = (byte)'\n';
        _output.Advance(_length);
        return _length;
    }
}
