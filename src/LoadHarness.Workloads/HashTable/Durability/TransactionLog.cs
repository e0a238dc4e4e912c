using System.Buffers;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Time;
using LoadHarness.Platform.Files;

namespace LoadHarness.Workloads.HashTable.Durability;

/// <summary>
/// The log as handlers see it: appending puts a record into memory and gives its sequence number, which is the commit
/// point;
/// <see cref="Flush"/> writes out what has gathered, all of it with one sync. After the first failure nothing is tried
/// again:
/// what a failed sync has left on the disk cannot be known.
/// </summary>
internal sealed class TransactionLog : IDurable, IDisposable
{
    private const int LargestKeptBuffer = 4 * 1024 * 1024;

    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    private readonly IFileSystem _files;
    private readonly DataPaths _paths;
    private readonly FlushPolicy _policy;
    private readonly ITimer? _timer;

    // Taken in this order. The first is held during writes and syncs, the second only to append or to swap buffers.
    private readonly Lock _fileLock = new();
    private readonly Lock _pendingLock = new();

    private LogFile _file;
    private ArrayBufferWriter<byte> _pending = new();
    private ArrayBufferWriter<byte> _writing = new();
    private long _last;
    private long _records;
    private long _length;
    private long _durable;
    private bool _isUnsynced;
    private bool _isClosed;
    private long _flushCount;
    private long _flushTime_ns;
    private volatile DurabilityException? _failure;
    private readonly TaskCompletionSource<DurabilityException> _failed =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal TransactionLog(IFileSystem files, DataPaths paths, OpenedLog opened, FlushPolicy policy, TimeProvider time)
    {
        _files = files;
        _paths = paths;
        _policy = policy;
        _file = opened.File;
        _length = opened.File.Length;
        _last = opened.LastSequence;
        _durable = opened.LastSequence;
        _records = opened.Records;
        if (policy == FlushPolicy.EverySecond)
            _timer = time.CreateTimer(_ => SyncInBackground(), state: null, _second, _second);
    }

    /// <inheritdoc/>
    public long DurableUpTo => Volatile.Read(ref _durable);

    /// <inheritdoc/>
    public long FlushCount => Volatile.Read(ref _flushCount);

    /// <inheritdoc/>
    public long FlushTime_ns => Volatile.Read(ref _flushTime_ns);

    /// <inheritdoc/>
    public Task<DurabilityException> Failed => _failed.Task;

    /// <summary>The last write appended.</summary>
    public long LastSequence => Volatile.Read(ref _last);

    /// <summary>Records since the last checkpoint.</summary>
    public long RecordCount => Volatile.Read(ref _records);

    /// <summary>Appends an insert; returns its sequence number.</summary>
    /// <exception cref="DurabilityException">The log has failed before.</exception>
    internal long AppendInsert(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        ThrowIfFailed();
        lock (_pendingLock) return Appended(LogRecord.WriteInsert(_pending, _last + 1, key, value));
    }

    /// <summary>Appends a remove; returns its sequence number.</summary>
    /// <exception cref="DurabilityException">The log has failed before.</exception>
    internal long AppendRemove(ReadOnlySpan<byte> key)
    {
        ThrowIfFailed();
        lock (_pendingLock) return Appended(LogRecord.WriteRemove(_pending, _last + 1, key));
    }

    /// <summary>The place after the last record appended.</summary>
    internal LogMark Mark()
    {
        lock (_pendingLock) return new LogMark(_last, _length, _records);
    }

    /// <inheritdoc/>
    public void Flush()
    {
        lock (_fileLock)
        {
            ThrowIfFailed();
            var start_ns = MonotonicClock.Now_ns;
            try
            {
                if (WritePending() is not { } upTo) return;
                if (_policy == FlushPolicy.Always) _file.Sync();
                else _isUnsynced = true;
                Volatile.Write(ref _durable, upTo);
            }
            catch (DurabilityException cause)
            {
                Fail(cause);
                throw;
            }

            Volatile.Write(ref _flushCount, _flushCount + 1);
            Volatile.Write(ref _flushTime_ns, _flushTime_ns + MonotonicClock.Now_ns - start_ns);
        }
    }

    /// <summary>
    /// Replaces the log by one that holds only what follows a place. The checkpoint of that place is durable.
    /// </summary>
    /// <exception cref="DurabilityException">It failed, and so has the log.</exception>
    internal void DropBefore(LogMark mark)
    {
        lock (_fileLock)
        {
            ThrowIfFailed();
            try
            {
                var upTo = WritePending();
                var oldLength = _file.Length;
                _file = _file.DropBefore(_files, _paths, mark.Sequence, mark.Offset);
                _isUnsynced = false;
                lock (_pendingLock)
                {
                    _length += _file.Length - oldLength;
                    _records -= mark.Records;
                }

                if (upTo is { } sequence) Volatile.Write(ref _durable, sequence);
            }
            catch (DurabilityException cause)
            {
                Fail(cause);
                throw;
            }
        }
    }

    /// <summary>Refuses every further write: something that the log depends on has failed.</summary>
    internal void Fail(DurabilityException cause)
    {
        _failure ??= cause;
        _failed.TrySetResult(cause);
    }

    /// <summary>Writes and syncs what is left, whatever the policy.</summary>
    public void Dispose()
    {
        _timer?.Dispose();
        lock (_fileLock)
        {
            if (_isClosed) return;
            _isClosed = true;
            try
            {
                if (_failure is not null) return;
                var isUnsynced = WritePending() is not null || _isUnsynced;
                _file.Trim();
                if (isUnsynced) _file.Sync();
            }
            finally
            {
                _file.Dispose();
            }
        }
    }

    private long Appended(int length)
    {
        _length += length;
        Volatile.Write(ref _records, _records + 1);
        Volatile.Write(ref _last, _last + 1);
        return _last;
    }

    /// <summary>
    /// Hands what has gathered to the operating system; returns the last write in it, null when there was nothing.
    /// </summary>
    private long? WritePending()
    {
        long upTo;
        lock (_pendingLock)
        {
            if (_pending.WrittenCount == 0) return null;
            (_pending, _writing) = (_writing, _pending);
            upTo = _last;
        }

        _file.Append(_writing.WrittenSpan);
        if (_writing.Capacity > LargestKeptBuffer) _writing = new ArrayBufferWriter<byte>();
        else _writing.ResetWrittenCount();
        return upTo;
    }

    private void SyncInBackground()
    {
        lock (_fileLock)
        {
            if (!_isUnsynced || _isClosed || _failure is not null) return;
            try
            {
                _file.Sync();
                _isUnsynced = false;
            }
            catch (DurabilityException cause)
            {
                Fail(cause);
            }
        }
    }

    private void ThrowIfFailed()
    {
        if (_failure is { } cause) throw new DurabilityException(cause.Message, cause);
    }
}
