namespace LoadHarness.Torture.Crashes;

/// <summary>The hash table's files on a simulated disk that fails in every way that disks and machines do.</summary>
internal sealed class DiskTorture : ITorture
{
    private const int CrashSeeds = 100_000;
    private const int DamageSeeds = 100_000;
    private const int SeedsForOneSync = 10_000;

    /// <summary>Crashes take longest; what they leave is for the rest.</summary>
    private const double CrashShare = 0.7;

    /// <summary>
    /// Every sync in the program that crashes alone can show to be needed, by what is synced and when.
    /// </summary>
    public static IReadOnlyList<string> Syncs { get; } =
    [
        "table.txn",
        "table.txn.new",
        "table.ckpt.new",
        "folder table.ckpt",
        "folder table.txn",
        "folder parent",
    ];

    public string Name => "disk";

    public string Promise => "no crash, torn tail, failed sync, full disk or flipped bit loses a write in silence";

    public TimeSpan Least => TimeSpan.FromSeconds(15);

    public IEnumerable<TortureFigure> Run(TortureBudget budget)
    {
        // It takes the time it takes; the others take what is left.
        var noticed = Noticed();
        var first = (int)((budget.Seed - 1) % 10_000) * CrashSeeds;
        var most = new TortureBudget(budget.Left * CrashShare, budget.Seed, budget.Folder);
        var crashes = SeedSweep.Run(first, CrashSeeds, () => most.IsSpent, CrashRun.Loss);
        yield return new TortureFigure(
            "crashes simulated: seeds of up to 4 lives, each ended by power failure, kill, failed sync or full disk",
            $"{SeedSweep.Number(crashes.Done)} ({SeedSweep.Number(crashes.Rate_per_s)}/s)");
        yield return Broken("of them with an acknowledged write lost, or half a write there", crashes);
        var damages = SeedSweep.Run(first, DamageSeeds, () => budget.IsSpent, DamageRun.Fault);
        yield return new TortureFigure(
            "files with 1 to 3 flipped bits",
            $"{SeedSweep.Number(damages.Done)} ({SeedSweep.Number(damages.Rate_per_s)}/s)");
        yield return Broken("of them read as something else than the first writes, or cut in silence", damages);
        yield return noticed;
    }

    /// <summary>A disk that only pretends to sync must be found out, or the crashes above show nothing.</summary>
    private static TortureFigure Noticed()
    {
        var noticed = Syncs.Count(sync => Enumerable.Range(0, SeedsForOneSync)
            .Any(seed => CrashRun.Loss(seed, sync, new HashSet<string>(StringComparer.Ordinal)) is not null));
        return new TortureFigure(
            "syncs of the program whose removal the crashes find",
            SeedSweep.Number(noticed), SeedSweep.Number(Syncs.Count), noticed == Syncs.Count);
    }

    private static TortureFigure Broken(string what, SeedSweep sweep)
    {
        var example = sweep.Faults.FirstOrDefault();
        return new TortureFigure(
            example is null ? what : $"{what} ({example})", SeedSweep.Number(sweep.Faults.Count), "0", example is null);
    }
}
