namespace LoadHarness.Platform.Network.IoUring;

/// <summary>Requests of a connection that stand in the kernel; each keeps the socket alive behind its descriptor.
/// </summary>
[Flags]
internal enum Armed : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A connect.</summary>
    Connect = 1,

    /// <summary>The receive of many shots.</summary>
    Receive = 2,

    /// <summary>The receive is being withdrawn.</summary>
    Withdrawal = 4,

    /// <summary>The wait for room.</summary>
    Room = 8,

    /// <summary>The wait for a reset.</summary>
    Trouble = 16,
}
