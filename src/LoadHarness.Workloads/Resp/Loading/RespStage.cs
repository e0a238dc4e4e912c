namespace LoadHarness.Workloads.Resp.Loading;

/// <summary>What all clients do at the same time; the first five are also the operation types.</summary>
internal enum RespStage
{
    /// <summary>Values of loaded keys.</summary>
    Get = 0,

    /// <summary>Values of keys, each always the same.</summary>
    Set = 1,

    /// <summary>Each client its own counter.</summary>
    Increment = 2,

    /// <summary>Nothing but the exchange.</summary>
    Ping = 3,

    /// <summary>A command that the user gave.</summary>
    Command = 4,

    /// <summary>get and set, in the share that was asked for.</summary>
    Mixed = 5,

    /// <summary>A few keys that all clients set, get and take away.</summary>
    Contended = 6,
}
