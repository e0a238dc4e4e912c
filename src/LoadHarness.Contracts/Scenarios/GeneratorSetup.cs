using System.Net;

namespace LoadHarness.Contracts.Scenarios;

/// <summary>Where the load of a scenario comes from.</summary>
public sealed record GeneratorSetup
{
    /// <summary>
    /// CPUs of the generator, one thread on each, as a list like <c>1</c> or <c>2,3</c>; null lets the harness choose.
    /// </summary>
    public string? Cpus { get; init; }

    /// <summary>True allows server and generator on the same CPUs; the numbers then tell of both.</summary>
    public bool AllowOverlap { get; init; }

    /// <summary>
    /// True when every client is a program of its own, one process with one connection, in place of virtual clients
    /// that share one process.
    /// </summary>
    public bool UsesProcesses { get; init; }

    /// <summary>
    /// Addresses of this machine that clients come from, in turn; empty leaves the choice to the system. One address
    /// has ports for about 28,000 connections to one server.
    /// </summary>
    public IReadOnlyList<IPAddress> SourceAddresses { get; init; } = [];

    /// <summary>
    /// Work that the generator does in addition for every correct operation, µs: makes it slower on purpose, to see
    /// that this is noticed. 0 = none.
    /// </summary>
    public double ExtraWork_us { get; init; }

    /// <summary>Network loop: <c>auto</c>, <c>epoll</c>, <c>io_uring</c> or <c>portable</c>.</summary>
    public string Loop { get; init; } = "auto";
}
