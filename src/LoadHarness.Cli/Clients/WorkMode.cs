namespace LoadHarness.Cli.Clients;

/// <summary>How a client program does its stages.</summary>
internal enum WorkMode
{
    /// <summary>With threads and worker processes.</summary>
    Optimised,

    /// <summary>One thing after the other in one thread.</summary>
    Sequential,

    /// <summary>First sequentially, then optimised, and both times printed.</summary>
    Compare,
}
