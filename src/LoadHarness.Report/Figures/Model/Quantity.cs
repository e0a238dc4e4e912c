namespace LoadHarness.Report.Figures.Model;

/// <summary>What a number is, so that it is written with the right unit and prefix.</summary>
public enum Quantity
{
    /// <summary>A plain number.</summary>
    Number = 0,

    /// <summary>Operations per second.</summary>
    Rate_per_s = 1,

    /// <summary>A time in µs.</summary>
    Time_us = 2,

    /// <summary>A time in s.</summary>
    Time_s = 3,

    /// <summary>A share, 0 … 1, written in percent.</summary>
    Share = 4,

    /// <summary>Bytes.</summary>
    Size_bytes = 5,
}
