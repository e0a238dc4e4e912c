using System.Globalization;
using LoadHarness.Platform.Network;
using LoadHarness.Platform.Network.IoUring;

namespace LoadHarness.Tests.Platform.Network;

public sealed class IoUringLoopTests() : LoopContract(NetworkLoops.IoUring)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_closed_connection_leaves_nothing_behind_in_the_kernel(bool reset)
    {
        const int connections = 200;
        using var driver = new LoopDriver(NetworkLoops.IoUring);
        if (driver.Loop is not IoUringLoop loop) return;
        driver.Turns();
        var before = Standing(loop);
        if (before < 0) return;
        driver.OnReceived = (connection, _, end) =>
        {
            if (end) driver.Loop.Close(connection, reset: false);
            return 0;
        };
        driver.OnConnected = connection => driver.Loop.Close(connection, reset);
        for (var i = 0; i < connections; i++) driver.Loop.Connect(driver.Endpoint, i);
        driver.Until(() => driver.AcceptedConnections.Count == connections, "all are accepted");
        driver.Until(() => driver.AcceptedConnections.TrueForAll(connection => !connection.IsOpen), "all are closed");
        driver.Until(() => Standing(loop) <= before, "nothing stands in the kernel but what always does");
    }

    /// <summary>Requests that wait in the kernel for something to happen; −1 where it does not tell.</summary>
    private static int Standing(IoUringLoop loop)
    {
        var info = string.Create(CultureInfo.InvariantCulture, $"/proc/self/fdinfo/{loop.RingDescriptor}");
        var lines = File.ReadAllLines(info)
            .SkipWhile(line => !line.StartsWith("PollList", StringComparison.Ordinal)).ToList();
        return lines.Count == 0 ? -1 : lines.Skip(1).TakeWhile(line => line.StartsWith(' ')).Count();
    }
}
