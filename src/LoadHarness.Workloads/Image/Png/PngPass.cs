namespace LoadHarness.Workloads.Image.Png;

/// <summary>A part of an image's pixels that is stored together, as an image of its own.</summary>
/// <param name="Left">Column of its first pixel.</param>
/// <param name="Top">Row of its first pixel.</param>
/// <param name="StepX">Columns from one of its pixels to the next.</param>
/// <param name="StepY">Rows from one of its rows to the next.</param>
internal readonly record struct PngPass(int Left, int Top, int StepX, int StepY)
{
    private static readonly PngPass[] _plain = [new(0, 0, 1, 1)];

    /// <summary>Adam7 (PNG specification, section 8).</summary>
    private static readonly PngPass[] _interlaced =
    [
        new(0, 0, 8, 8), new(4, 0, 8, 8), new(0, 4, 4, 8), new(2, 0, 4, 4), new(0, 2, 2, 4), new(1, 0, 2, 2),
        new(0, 1, 1, 2),
    ];

    /// <summary>The passes of an image, those without a pixel included.</summary>
    internal static ReadOnlySpan<PngPass> Of(PngHeader header) => header.IsInterlaced ? _interlaced : _plain;

    /// <summary>Pixels of a row of this pass.</summary>
    internal int WidthOf(PngHeader header) => (header.Width - Left + StepX - 1) / StepX;

    /// <summary>Rows of this pass; 0 when they would have no pixel.</summary>
    internal int HeightOf(PngHeader header) => WidthOf(header) == 0 ? 0 : (header.Height - Top + StepY - 1) / StepY;

    /// <summary>Bytes of this pass with the filters' bytes.</summary>
    internal long LengthOf(PngHeader header) => HeightOf(header) * (1 + header.BytesOf(WidthOf(header)));
}
