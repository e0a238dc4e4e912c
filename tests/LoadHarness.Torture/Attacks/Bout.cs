using LoadHarness.Cli.Registry;
using LoadHarness.Servers;
using LoadHarness.Torture.Attacks.Victims;

namespace LoadHarness.Torture.Attacks;

/// <summary>All attacks on one model with one service.</summary>
/// <param name="Model">The model.</param>
/// <param name="Victim">The service.</param>
/// <param name="IsMain">True for the service that the model is shown with in detail.</param>
internal sealed record Bout(IServerModel Model, Victim Victim, bool IsMain)
{
    private const int Crowd = 200;

    /// <summary>
    /// What one connection may hold by the stated limits, bytes: 256 KiB of requests that came together, 256 KiB of
    /// unread answers with the piece behind them, which no victim has larger, in arrays up to twice as long.
    /// </summary>
    private const long MostOfAConnection_bytes = 1024 * 1024;

    /// <summary>What a runtime that collects garbage has not given back yet, bytes.</summary>
    private const long HeapSlack_bytes = 32 * 1024 * 1024;

    /// <summary>Starting a server, and ending it.</summary>
    private static readonly TimeSpan _around = TimeSpan.FromSeconds(1.5);

    /// <summary>
    /// Some thousand operations of an innocent where nobody is held up, and a hundred where all come behind others.
    /// </summary>
    private static readonly TimeSpan _shortestPhase = TimeSpan.FromSeconds(2.5);

    /// <summary>Time for an attacker that comes before the innocent to be dropped.</summary>
    private static readonly TimeSpan _shortestTurn = TimeSpan.FromSeconds(ServerUnderAttack.Idle_s + 1);

    /// <summary>The longest that it may take, with its closing and the grain of the check.</summary>
    private static readonly TimeSpan _longestTurn = TimeSpan.FromSeconds(ServerUnderAttack.Idle_s + 3);

    /// <summary>True where connections wait for one another.</summary>
    public bool IsLimited => Model.Name is "sequential" or "thread-pool";

    /// <summary>Number of connections that attack at once.</summary>
    public int Strength => Model.Name switch
    {
        "sequential" => 1,
        "thread-pool" => 64,
        _ => Crowd,
    };

    /// <summary>The attacks, in order.</summary>
    public IReadOnlyList<IAttack> Attacks =>
        [.. AllAttacks.List.Where(attack => attack.Fits(Victim) && !(IsLimited && attack.IsUseWhereOthersWait))];

    /// <summary>Time of it all when no phase is longer than it must be.</summary>
    public TimeSpan Shortest => Attacks.Prepend<IAttack?>(null)
        .Aggregate(_around, (sum, attack) => sum + (ShortestPhase(attack) * 1.25));

    /// <summary>Memory that a server may grow by, bytes.</summary>
    public long MostGrowth_bytes => Processes
        * (ServerUnderAttack.HeldInput_bytes + HeapSlack_bytes) + (Strength * MostOfAConnection_bytes);

    /// <summary>Processes of the server, each with limits of its own.</summary>
    private int Processes => Model.Name is "prefork" ? Environment.ProcessorCount : 1;

    /// <summary>Those there are, the main service of each model first.</summary>
    public static IReadOnlyList<Bout> All(IEnumerable<IServerModel> models) =>
        [.. models.SelectMany(Of).OrderBy(bout => !bout.IsMain)];

    /// <summary>Where connections wait for one another: the longest an innocent client may have to wait.</summary>
    public TimeSpan MostStall(IAttack? attack) => _longestTurn * (1 + Rounds(attack));

    /// <summary>Longer than an innocent client may have to wait, also on a machine full of other work.</summary>
    public TimeSpan Patience(IAttack? attack) =>
        TimeSpan.FromMinutes(1) + (IsLimited ? MostStall(attack) : TimeSpan.Zero);

    /// <summary>Time of one attack, or of the innocent without any, at the least.</summary>
    public TimeSpan ShortestPhase(IAttack? attack) => IsLimited ? _shortestTurn * Rounds(attack) : _shortestPhase;

    /// <inheritdoc/>
    public override string ToString() => $"{Model.Name} {Victim}";

    /// <summary>How often all that can be served at once are attackers.</summary>
    private int Rounds(IAttack? attack) => Math.Max(1, (attack?.Connections(Victim, Strength) ?? 0) / Strength);

    /// <summary>Where connections wait for one another, a phase takes as long as the timeouts: one service has to
    /// do.</summary>
    private static IEnumerable<Bout> Of(IServerModel model)
    {
        var bouts = AllVictims.List.Where(victim => Refusal(model, victim) is null).OrderBy(Place)
            .Select((victim, i) => new Bout(model, victim, IsMain: i == 0)).ToList();
        return bouts.Where(bout => bout.IsMain || !bout.IsLimited);
    }

    /// <summary>The main service is the one with most to attack that the model can serve.</summary>
    private static int Place(Victim victim) => victim.Workload switch
    {
        "hashtable" => 0,
        "http" => 1,
        _ => 2,
    };

    private static string? Refusal(IServerModel model, Victim victim) =>
        ModelSettings.Refusal(model, WorkloadRegistry.Default.Find(victim.Workload)!);
}
