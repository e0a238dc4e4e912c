namespace LoadHarness.Analysis.OpenLoop;

/// <summary>
/// How many connections the operations of an open loop share where the scenario does not say: so many that waiting for
/// one is the exception below the capacity, and never more than the server model serves at once, since operations on
/// the others would wait for ever.
/// </summary>
public static class ConnectionRule
{
    /// <summary>Connections for each client at which throughput levels out.</summary>
    public const int PerClient = 4;

    /// <summary>
    /// Fewest. A single server at 95 % of its capacity has more than 128 operations in it 0.14 % of the time
    /// (M/M/1: 0.95¹²⁸).
    /// </summary>
    public const int Fewest = 128;

    /// <summary>Most.</summary>
    public const int Most = 1024;

    /// <summary>The number of connections.</summary>
    /// <param name="asked">What the scenario says; 0: the rule decides.</param>
    /// <param name="levelsOutAt_clients">Clients at which throughput levels out; 0 when unknown.</param>
    /// <param name="limit">Connections the server model serves at the same time; null without a limit.</param>
    public static int Connections(int asked, int levelsOutAt_clients, int? limit)
    {
        var wanted = asked > 0 ? asked : (int)Math.Clamp((long)PerClient * levelsOutAt_clients, Fewest, Most);
        return Math.Min(wanted, limit ?? wanted);
    }
}
