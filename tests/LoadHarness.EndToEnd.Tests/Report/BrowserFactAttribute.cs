namespace LoadHarness.EndToEnd.Tests.Report;

/// <summary>Like <see cref="Peers.PeerFactAttribute"/>, for a test that needs a browser.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.ReasonToSkip();
}
