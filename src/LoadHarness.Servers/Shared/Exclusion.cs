namespace LoadHarness.Servers.Shared;

/// <summary>
/// Keeps the calls of a service's handlers from overlapping when they come from several threads: a lock, and two rules
/// for those who only go on with something. One of them at a time competes for the lock, and it lets those who wait
/// already go first. Without the second, a thread that leaves the lock and comes again at once would be there before
/// any thread that has to wake up.
/// </summary>
internal sealed class Exclusion : IDisposable
{
    private readonly Lock _turn = new();
    private bool _someoneGoesOn;
    private int _waiting;
    private int _waited;

    private Exclusion()
    {
    }

    /// <summary>
    /// To be held around <see cref="BeginGoingOn"/> and <see cref="EndGoingOn"/>. It can be waited for with and without
    /// a thread.
    /// </summary>
    public SemaphoreSlim GoingOn { get; } = new(1, 1);

    /// <summary>One for a service that needs it; otherwise null.</summary>
    public static Exclusion? For(bool needsExclusion) => needsExclusion ? new Exclusion() : null;

    /// <summary>Begins a call of a handler.</summary>
    public void Enter()
    {
        if (!Volatile.Read(ref _someoneGoesOn))
        {
            _turn.Enter();
            return;
        }

        if (_turn.TryEnter()) return;
        Interlocked.Increment(ref _waiting);
        _turn.Enter();
        Volatile.Write(ref _waited, _waited + 1);
        Interlocked.Decrement(ref _waiting);
    }

    /// <summary>Ends a call of a handler.</summary>
    public void Exit() => _turn.Exit();

    /// <summary>Before a call that goes on with something: waits until those who wait have had theirs.</summary>
    public void BeginGoingOn()
    {
        Volatile.Write(ref _someoneGoesOn, true);
        var until = Volatile.Read(ref _waited) + Volatile.Read(ref _waiting);
        var spinner = default(SpinWait);
        while (Volatile.Read(ref _waiting) > 0 && Volatile.Read(ref _waited) - until < 0)
            spinner.SpinOnce(sleep1Threshold: -1);
    }

    /// <summary>After such a call.</summary>
    public void EndGoingOn() => Volatile.Write(ref _someoneGoesOn, false);

    /// <inheritdoc/>
    public void Dispose() => GoingOn.Dispose();
}
