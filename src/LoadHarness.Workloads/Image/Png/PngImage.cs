namespace LoadHarness.Workloads.Image.Png;

/// <summary>A decoded image.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Pixels">Row by row from the top left, 8 bits each: red (lowest), green, blue, alpha (highest).</param>
public sealed record PngImage(int Width, int Height, uint[] Pixels);
