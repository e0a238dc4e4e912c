namespace LoadHarness.Tests.Servers.Fakes;

/// <summary>Waits for what must become true; the bound is generous, so that it is met on any machine.</summary>
internal static class Eventually
{
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    public static void True(Func<bool> condition, string what)
    {
        SpinWait.SpinUntil(condition, Bound).ShouldBeTrue(what);
    }

    public static void Ends(Task task) => Task.WaitAny([task], Bound).ShouldBe(0, "the server did not stop");
}
