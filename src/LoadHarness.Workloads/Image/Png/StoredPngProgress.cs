namespace LoadHarness.Workloads.Image.Png;

/// <summary>How far the writing of an image has come.</summary>
/// <param name="Rows">Rows written.</param>
/// <param name="Checksum">The checksum of the rows so far.</param>
public readonly record struct StoredPngProgress(int Rows, uint Checksum)
{
    /// <summary>Before the first row.</summary>
    public static StoredPngProgress Start => new(0, Adler32.Start);
}
