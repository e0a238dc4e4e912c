namespace LoadHarness.Report.Figures.Model;

/// <summary>How a point is drawn.</summary>
public enum PointMark
{
    /// <summary>It counts.</summary>
    Filled = 0,

    /// <summary>It is shown and does not count: an invalid level, a warm-up window.</summary>
    Hollow = 1,

    /// <summary>It was dropped.</summary>
    Cross = 2,

    /// <summary>Seen on the way down, after a higher load: an arrow head that points down.</summary>
    Down = 3,
}
