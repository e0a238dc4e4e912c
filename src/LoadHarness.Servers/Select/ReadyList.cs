using System.Collections;

namespace LoadHarness.Servers.Select;

/// <summary>
/// A list for Socket.Select, which takes the sockets that are not ready out again, from the last to the first.
/// An ordinary list moves all later elements down each time; here the last takes the place of the one that goes.
/// Used again every turn, it allocates nothing.
/// </summary>
internal sealed class ReadyList : ArrayList
{
    /// <inheritdoc/>
    public override void RemoveAt(int index)
    {
        var last = Count - 1;
        base[index] = base[last];
        base.RemoveAt(last);
    }
}
