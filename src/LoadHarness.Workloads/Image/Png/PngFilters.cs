namespace LoadHarness.Workloads.Image.Png;

/// <summary>The five filters that rows may have gone through (PNG specification, section 9).</summary>
internal static class PngFilters
{
    /// <summary>The largest number of a filter.</summary>
    internal const byte Last = 4;

    /// <summary>Turns a filtered row back, in place.</summary>
    /// <param name="filter">The row's first byte.</param>
    /// <param name="row">The bytes behind it.</param>
    /// <param name="above">The row above, already turned back; as many zeros for the first one.</param>
    /// <param name="pixel">Bytes from one pixel to the next, at least 1.</param>
    /// <returns>False when there is no such filter.</returns>
    internal static bool TryUndo(byte filter, Span<byte> row, ReadOnlySpan<byte> above, int pixel)
    {
        switch (filter)
        {
            case 0:
                return true;
            case 1:
                for (var i = pixel; i < row.Length; i++) row[i] += row[i - pixel];
                return true;
            case 2:
                for (var i = 0; i < row.Length; i++) row[i] += above[i];
                return true;
            case 3:
                for (var i = 0; i < row.Length; i++)
                    row[i] += (byte)(((i < pixel ? 0 : row[i - pixel]) + above[i]) / 2);
                return true;
            case 4:
                for (var i = 0; i < row.Length; i++)
                    row[i] += i < pixel ? above[i] : Paeth(row[i - pixel], above[i], above[i - pixel]);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The neighbour nearest to left + above − corner; left before above before corner.</summary>
    private static byte Paeth(byte left, byte above, byte corner)
    {
        var (toLeft, toAbove) = (Math.Abs(above - corner), Math.Abs(left - corner));
        var toCorner = Math.Abs(left + above - 2 * corner);
        if (toLeft <= toAbove && toLeft <= toCorner) return left;
        return toAbove <= toCorner ? above : corner;
    }
}
