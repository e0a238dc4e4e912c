namespace LoadHarness.Discovery.Locating;

/// <summary>Pauses between attempts: 1, 2, 4, 8 and then always 16 seconds.</summary>
public static class BackOff
{
    private const int LongestDoubling = 4;

    /// <summary>The pause after a number of failed attempts in a row, 1 or more.</summary>
    public static TimeSpan After(int failures)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(failures, 1);
        return TimeSpan.FromSeconds(1 << Math.Min(failures - 1, LongestDoubling));
    }
}
