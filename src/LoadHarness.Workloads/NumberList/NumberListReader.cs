namespace LoadHarness.Workloads.NumberList;

/// <summary>Reads the numbers of a list whose text arrives in pieces, and checks its form on the way.</summary>
/// <param name="checker">Receives every byte read; its owner resets it together with the reader.</param>
public sealed class NumberListReader(NumberListChecker checker)
{
    private readonly byte[] _partial = new byte[NumberListParser.LongestNumber];
    private int _partialLength;

    /// <summary>Begins a new list.</summary>
    public void Reset() => _partialLength = 0;

    /// <summary>Reads the next numbers that are known to be complete. To be called until it returns 0.</summary>
    /// <param name="input">The piece, of which the part that was read is cut off; empty after the last call.</param>
    /// <param name="numbers">Receives numbers, at least one place.</param>
    /// <returns>Numbers read; 0 when the piece is used up or the text is malformed.</returns>
    public int Read(ref ReadOnlySpan<byte> input, Span<int> numbers)
    {
        if (checker.IsMalformed || input.IsEmpty) return Keep(ref input);
        if (_partialLength > 0) return ReadPartial(ref input, numbers);
        var count = NumberListParser.Parse(input, numbers, out var consumed);
        if (count == 0) return Keep(ref input);
        checker.Add(input[..consumed]);
        input = input[consumed..];
        return checker.IsMalformed ? Keep(ref input) : count;
    }

    /// <summary>The number that the list ends with, no comma following.</summary>
    /// <returns>False when the text is not a list.</returns>
    public bool TryReadLast(out int number)
    {
        number = NumberListParser.ParseOne(_partial.AsSpan(0, _partialLength));
        return checker.IsList;
    }

    private int ReadPartial(ref ReadOnlySpan<byte> input, Span<int> numbers)
    {
        var comma = input.IndexOf((byte)',');
        if (comma < 0) return Keep(ref input);
        var rest = input[..comma];
        checker.Add(input[..(comma + 1)]);
        input = input[(comma + 1)..];
        if (checker.IsMalformed) return Keep(ref input);
        rest.CopyTo(_partial.AsSpan(_partialLength));
        numbers[0] = NumberListParser.ParseOne(_partial.AsSpan(0, _partialLength + rest.Length));
        _partialLength = 0;
        return 1;
    }

    /// <summary>Keeps the beginning of a number for the next piece.</summary>
    private int Keep(ref ReadOnlySpan<byte> input)
    {
        checker.Add(input);
        if (!checker.IsMalformed)
        {
            input.CopyTo(_partial.AsSpan(_partialLength));
            _partialLength += input.Length;
        }

        input = [];
        return 0;
    }
}
