namespace LoadHarness.Platform.Network.IoUring;

/// <summary>What a request is for; part of the number that its completions carry.</summary>
internal enum RequestKind
{
    /// <summary>Nobody cares how it ends.</summary>
    None = 0,

    /// <summary>The wake-up by another thread.</summary>
    Wake = 1,

    /// <summary>Connections from the backlog.</summary>
    Accept = 2,

    /// <summary>The end of a connect.</summary>
    Connect = 3,

    /// <summary>Input.</summary>
    Receive = 4,

    /// <summary>A send that did not go whole.</summary>
    Send = 5,

    /// <summary>Room for output.</summary>
    Room = 6,

    /// <summary>A reset that no receive will find.</summary>
    Trouble = 7,
}
