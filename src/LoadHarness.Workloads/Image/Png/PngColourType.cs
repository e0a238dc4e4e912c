namespace LoadHarness.Workloads.Image.Png;

/// <summary>What the samples of a pixel are. The values are those of the PNG specification, table 11.1.</summary>
public enum PngColourType
{
    /// <summary>One sample: grey.</summary>
    Grey = 0,

    /// <summary>Three samples: red, green, blue.</summary>
    Rgb = 2,

    /// <summary>One sample: an index into the palette.</summary>
    Palette = 3,

    /// <summary>Two samples: grey, alpha.</summary>
    GreyAlpha = 4,

    /// <summary>Four samples: red, green, blue, alpha.</summary>
    Rgba = 6,
}
