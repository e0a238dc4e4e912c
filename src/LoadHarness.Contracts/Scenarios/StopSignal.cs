namespace LoadHarness.Contracts.Scenarios;

/// <summary>The signal by which a server is asked to end.</summary>
public enum StopSignal
{
    /// <summary>SIGTERM, the usual one.</summary>
    Terminate = 0,

    /// <summary>SIGINT, as Ctrl-C sends it.</summary>
    Interrupt = 1,

    /// <summary>SIGQUIT.</summary>
    Quit = 2,

    /// <summary>SIGHUP.</summary>
    HangUp = 3,
}
