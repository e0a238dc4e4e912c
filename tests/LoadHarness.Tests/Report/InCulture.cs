using System.Globalization;

namespace LoadHarness.Tests.Report;

/// <summary>Runs code as on a machine with other customs.</summary>
internal static class InCulture
{
    /// <summary>Runs code where a comma stands for the decimal point, and returns its result.</summary>
    public static T WithComma<T>(Func<T> code)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            1.5.ToString(CultureInfo.CurrentCulture).ShouldBe("1,5");
            return code();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
