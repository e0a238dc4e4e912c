using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Servers.Select;

namespace LoadHarness.Tests.Servers.Select;

public sealed class ReadyListTests
{
    /// <summary>Taking out from the last to the first, as Socket.Select does, leaves exactly the others.</summary>
    [Fact]
    public void What_is_not_ready_goes_and_the_rest_stays()
    {
        Prop.ForAll<bool[]>(ready =>
        {
            var list = new ReadyList();
            for (var i = 0; i < ready.Length; i++) list.Add(i);
            for (var i = ready.Length - 1; i >= 0; i--)
                if (!ready[i]) list.RemoveAt(i);
            return list.Cast<int>().Order().SequenceEqual(Enumerable.Range(0, ready.Length).Where(i => ready[i]));
        }).QuickCheckThrowOnFailure();
    }
}
