namespace LoadHarness.EndToEnd.Tests.Report;

/// <summary>Like <see cref="BrowserFactAttribute"/>, for a test with several sets of data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.ReasonToSkip();
}
