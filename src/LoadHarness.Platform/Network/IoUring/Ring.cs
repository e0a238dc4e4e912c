using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using LoadHarness.Platform.Network.Linux;

namespace LoadHarness.Platform.Network.IoUring;

/// <summary>
/// The two queues shared with the kernel. Entries are filled in place and handed over many at a time. Task work is
/// deferred: completions appear inside <see cref="TrySubmitAndWait"/> and nowhere else, but for requests that end
/// while they are being submitted. The first thread that submits is the only one that may.
/// </summary>
internal sealed unsafe class Ring : IDisposable
{
    private const uint Entries = 4096;
    private const uint CompletionEntries = 16384;
    private const uint GetEvents = 1 << 0;
    private const uint ExtendedArgument = 1 << 3;
    private const uint RegisteredRing = 1 << 4;
    private const uint Overflown = 1 << 1;
    private const uint EnableRing = 12;
    private const uint RegisterRing = 20;
    private const uint UnregisterRing = 21;
    private const long QueuesOffset = 0;
    private const long EntriesOffset = 0x10000000;
    private const int InterruptedError = 4;
    private const int TryAgainError = 11;
    private const int BusyError = 16;
    private const int TimerExpiredError = 62;

    private readonly int _descriptor;
    private readonly byte* _queues;
    private readonly nuint _queuesLength;
    private readonly Submission* _entries;
    private readonly uint* _submissionHead;
    private readonly uint* _submissionTail;
    private readonly uint* _submissionFlags;
    private readonly uint _submissionMask;
    private readonly uint* _completionHead;
    private readonly uint* _completionTail;
    private readonly Completion* _completions;
    private readonly uint _completionMask;
    private readonly Queue<Completion> _spilled = new();
    private uint _tail;
    private uint _head;
    private uint _scanned;
    private int _enterDescriptor;
    private uint _enterFlags;
    private bool _isEnabled;
    private int _registeredBy;

    private Ring(int descriptor, RingParameters parameters)
    {
        _descriptor = _enterDescriptor = descriptor;
        var completionsEnd = parameters.Completions + parameters.CompletionEntries * (uint)sizeof(Completion);
        var arrayEnd = parameters.SubmissionArray + parameters.SubmissionEntries * sizeof(uint);
        _queuesLength = Math.Max(completionsEnd, arrayEnd);
        _queues = UringCalls.Map(descriptor, _queuesLength, QueuesOffset);
        var entriesLength = parameters.SubmissionEntries * (uint)sizeof(Submission);
        _entries = (Submission*)UringCalls.Map(descriptor, entriesLength, EntriesOffset);
        if (!IsMapped) return;
        _submissionMask = parameters.SubmissionEntries - 1;
        _submissionHead = (uint*)(_queues + parameters.SubmissionHead);
        _submissionTail = (uint*)(_queues + parameters.SubmissionTail);
        _submissionFlags = (uint*)(_queues + parameters.SubmissionFlags);
        _completionMask = parameters.CompletionEntries - 1;
        _completionHead = (uint*)(_queues + parameters.CompletionHead);
        _completionTail = (uint*)(_queues + parameters.CompletionTail);
        _completions = (Completion*)(_queues + parameters.Completions);
        var order = (uint*)(_queues + parameters.SubmissionArray);
        for (var i = 0u; i <= _submissionMask; i++) order[i] = i;
    }

    /// <summary>Rounds of submission so far: entries filled now belong to this one.</summary>
    public uint Round { get; private set; } = 1;

    /// <summary>The descriptor, for what is to be registered.</summary>
    public int Descriptor => _descriptor;

    /// <summary>The kernel has more completions than the queue holds.</summary>
    public bool IsOverflown => (Volatile.Read(ref *_submissionFlags) & Overflown) != 0;

    private bool IsMapped => _queues is not null && _entries is not null;

    /// <summary>Makes a ring.</summary>
    /// <returns>Null when the kernel does not: see <paramref name="errorNumber"/>.</returns>
    public static Ring? Open(out int errorNumber)
    {
        var parameters = new RingParameters
        {
            CompletionEntries = CompletionEntries,
            Flags = RingParameters.CompletionSize | RingParameters.Disabled | RingParameters.SubmitAll
                | RingParameters.SingleIssuer | RingParameters.DeferTaskWork,
        };
        var descriptor = UringCalls.Setup(Entries, &parameters);
        errorNumber = Marshal.GetLastSystemError();
        if (descriptor < 0) return null;
        var ring = new Ring(descriptor, parameters);
        if (ring.IsMapped) return ring;
        errorNumber = Marshal.GetLastSystemError();
        ring.Dispose();
        return null;
    }

    /// <summary>An empty entry to fill; null when the queue is full and must be submitted first.</summary>
    public Submission* Next()
    {
        if (_tail - Volatile.Read(ref *_submissionHead) > _submissionMask) return null;
        var entry = _entries + (_tail++ & _submissionMask);
        *entry = default;
        return entry;
    }

    /// <summary>Hands all filled entries to the kernel.</summary>
    /// <returns>False when the kernel wants completions taken first: spill, flush and try again.</returns>
    public bool TrySubmit()
    {
        while (true)
        {
            var filled = Publish();
            if (filled == 0) return true;
            if (Enter(filled, 0, 0, null, 0) >= 0) continue;
            if (IsRefusedForNow()) return false;
        }
    }

    /// <summary>Hands all filled entries to the kernel and waits for one completion.</summary>
    /// <param name="timeout_ns">Bound of the wait; 0: only looks; −1: none.</param>
    /// <returns>See <see cref="TrySubmit"/>.</returns>
    public bool TrySubmitAndWait(long timeout_ns)
    {
        var filled = Publish();
        var argument = stackalloc ulong[3];
        var timeout = stackalloc long[2];
        (timeout[0], timeout[1]) = (timeout_ns / 1_000_000_000, timeout_ns % 1_000_000_000);
        argument[2] = timeout_ns > 0 ? (ulong)timeout : 0;
        var wanted = timeout_ns == 0 || HasCompletions ? 0u : 1u;
        var entered = Enter(filled, wanted, GetEvents | ExtendedArgument, argument, 3 * sizeof(ulong));
        return entered >= 0 || !IsRefusedForNow() ? TrySubmit() : false;
    }

    /// <summary>Has completions that wait in the kernel put into the queue.</summary>
    public void FlushOverflow()
    {
        if (Enter(0, 0, GetEvents, null, 0) < 0) _ = IsRefusedForNow();
    }

    /// <summary>Takes completions out of the queue to make room in it.</summary>
    public void Spill()
    {
        for (var tail = Volatile.Read(ref *_completionTail); _head != tail; _head++)
            _spilled.Enqueue(_completions[_head & _completionMask]);
        Volatile.Write(ref *_completionHead, _head);
    }

    /// <summary>Goes once over completions of a kind that must not wait for their turn, before they are taken.
    /// </summary>
    /// <returns>Null after the last one.</returns>
    public Completion* Scan(RequestKind kind)
    {
        for (var tail = Volatile.Read(ref *_completionTail); _scanned != tail;)
        {
            var completion = _completions + (_scanned++ & _completionMask);
            if (RequestKey.KindOf(completion->UserData) == kind) return completion;
        }

        return null;
    }

    /// <summary>Takes the oldest completion.</summary>
    public bool TryTake(out Completion completion)
    {
        if (_spilled.TryDequeue(out completion)) return true;
        if (_head == Volatile.Read(ref *_completionTail)) return false;
        completion = _completions[_head & _completionMask];
        Volatile.Write(ref *_completionHead, ++_head);
        return true;
    }

    public void Dispose()
    {
        Unregister();
        _ = Libc.Close(_descriptor);
        if (_queues is not null) _ = UringCalls.Unmap(_queues, _queuesLength);
        if (_entries is not null) _ = UringCalls.Unmap(_entries, (_submissionMask + 1) * (uint)sizeof(Submission));
    }

    private bool HasCompletions => _spilled.Count > 0 || _head != Volatile.Read(ref *_completionTail);

    /// <summary>Makes the filled entries visible to the kernel: their number.</summary>
    private uint Publish()
    {
        var filled = _tail - Volatile.Read(ref *_submissionHead);
        if (filled == 0) return 0;
        Volatile.Write(ref *_submissionTail, _tail);
        Round++;
        return filled;
    }

    private int Enter(uint submit, uint complete, uint flags, void* argument, int length)
    {
        if (!_isEnabled) Enable();
        return UringCalls.Enter(_enterDescriptor, submit, complete, flags | _enterFlags, argument, length);
    }

    /// <summary>
    /// Binds the ring to the calling thread, and saves the kernel the look-up of the descriptor at every call.
    /// </summary>
    private void Enable()
    {
        if (UringCalls.Register(_descriptor, EnableRing, null, 0) < 0)
            throw new SocketException((int)LinuxErrors.Last);
        _isEnabled = true;
        var update = stackalloc ulong[2]; // struct io_uring_rsrc_update: offset (any), descriptor.
        (update[0], update[1]) = (uint.MaxValue, (ulong)_descriptor);
        if (UringCalls.Register(_descriptor, RegisterRing, update, 1) != 1) return;
        (_enterDescriptor, _enterFlags) = ((int)(uint)update[0], RegisteredRing);
        _registeredBy = Environment.CurrentManagedThreadId;
    }

    /// <summary>A thread's registrations end with the thread; on the same thread they would keep the ring alive.
    /// </summary>
    private void Unregister()
    {
        if (_registeredBy != Environment.CurrentManagedThreadId) return;
        var update = stackalloc ulong[] { (uint)_enterDescriptor, 0 };
        _ = UringCalls.Register(_descriptor, UnregisterRing, update, 1);
    }

    /// <summary>Tells a refusal that passes from an interruption and the end of the time.</summary>
    /// <exception cref="InvalidOperationException">Another thread than the loop's, or a ring that is gone.</exception>
    private static bool IsRefusedForNow() => Marshal.GetLastSystemError() switch
    {
        InterruptedError or TimerExpiredError => false,
        TryAgainError or BusyError => true,
        var number => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
            $"The ring refused to work: error {number}; 17 says that another thread than the loop's own used it.")),
    };
}
