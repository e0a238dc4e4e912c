namespace LoadHarness.Results;

/// <summary>Names of the objections to a level. Stored in results: append, never rename.</summary>
public static class ValidityCode
{
    /// <summary>The generator used too much of its CPUs.</summary>
    public const string GeneratorCpu = "generator-cpu";

    /// <summary>Clients spent too much time without an operation outstanding, beyond their think time.</summary>
    public const string GeneratorLag = "generator-lag";

    /// <summary>Little's law does not hold for the level.</summary>
    public const string Little = "little";

    /// <summary>Counts that must agree do not.</summary>
    public const string Conservation = "conservation";

    /// <summary>Operations failed.</summary>
    public const string Errors = "errors";

    /// <summary>Answers were wrong.</summary>
    public const string WrongAnswers = "wrong-answers";

    /// <summary>After the level, with all quiet, the server's state was not what its clients had left.</summary>
    public const string WrongState = "wrong-state";

    /// <summary>No order of the operations explains what clients saw of a key.</summary>
    public const string NotLinearizable = "not-linearizable";

    /// <summary>Not all clients were connected.</summary>
    public const string NotConnected = "not-connected";

    /// <summary>
    /// Others used the machine nearly all the time: windows count that would otherwise have been dropped.
    /// </summary>
    public const string Disturbed = "disturbed";

    /// <summary>Too few windows count.</summary>
    public const string FewWindows = "few-windows";

    /// <summary>The throughput did not become steady.</summary>
    public const string NotSteady = "not-steady";

    /// <summary>An open loop did not send nearly all operations that were due.</summary>
    public const string RateNotReached = "rate-not-reached";

    /// <summary>The generator sent operations of an open loop so late that it shows in their latency.</summary>
    public const string SendLag = "send-lag";

    /// <summary>The harness was stopped for a while, or the machine was.</summary>
    public const string Standstill = "standstill";

    /// <summary>True for objections that point at the load generator.</summary>
    public static bool IsOfGenerator(string code) => code is GeneratorCpu or GeneratorLag or Little;
}
