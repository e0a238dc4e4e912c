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

    /// <summary>Starting a server, and ending it.</summary>
    private static readonly TimeSpan _around = TimeSpan.FromSeconds(1.5);

    /// <summary>
    /// Some thousand operations of an innocent where nobody is held up, and a hundred where all come behind others.
    /// </summary>
    private static readonly TimeSpan _shortestPhase = TimeSpan.FromSeconds(2.5);

    /// <summary>Time for each attacker that comes before the innocent to be dropped.</summary>
    private static readonly TimeSpan _shortestLimitedPhase = TimeSpan.FromSeconds(ServerUnderAttack.Idle_s + 1);

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

    /// <summary>Time of one attack, or of the innocent without any, at the least.</summary>
    public TimeSpan ShortestPhase => IsLimited ? _shortestLimitedPhase : _shortestPhase;

    /// <summary>Time of it all when no phase is longer than it must be.</summary>
    public TimeSpan Shortest => _around + ((Attacks.Count + 1) * (ShortestPhase + (ShortestPhase / 4)));

    /// <summary>Those there are, the main service of each model first.</summary>
    public static IReadOnlyList<Bout> All(IEnumerable<IServerModel> models) =>
        [.. models.SelectMany(Of).OrderBy(bout => !bout.IsMain)];

    /// <inheritdoc/>
    public override string ToString() => $"{Model.Name} {Victim}";

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
