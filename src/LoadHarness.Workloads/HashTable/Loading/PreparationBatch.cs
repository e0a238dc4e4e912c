using System.Buffers;
using LoadHarness.Contracts.Loading;

namespace LoadHarness.Workloads.HashTable.Loading;

/// <summary>
/// Some requests of a preparation sent together, so that a server flushes its log once for all of them: with a slow
/// disk and a
/// server that takes one connection at a time, preparing key by key would last longer than the measurement.
/// </summary>
/// <param name="population">Whose keys.</param>
internal sealed class PreparationBatch(HashTablePopulation population)
{
    /// <summary>Made when first needed: most clients never prepare.</summary>
    private (KeyPool Pool, int Number, KeyState Wanted)[] _items = [];

    private int _count;
    private int _answered;
    private bool _isCorrect;

    /// <summary>Takes the next keys that are not as they should be and writes their requests.</summary>
    /// <returns>False when there are none.</returns>
    internal bool TryBegin(IBufferWriter<byte> request)
    {
        if (_items.Length == 0) _items = new (KeyPool, int, KeyState)[population.Shape.PrepareBatch];
        (_count, _answered, _isCorrect) = (0, 0, true);
        while (_count < _items.Length)
        {
            var number = population.TakeUnprepared(out var pool, out var wanted);
            if (pool is null) break;
            _items[_count++] = (pool, number, wanted);
            var name = population.Text.NumberOf(pool.Kind, number);
            if (wanted == KeyState.Present) population.Requests.Insert(request, pool.Kind, name);
            else population.Requests.Remove(request, pool.Kind, name);
        }

        return _count > 0;
    }

    /// <summary>The next reply line has arrived; replies come in the order of requests.</summary>
    /// <returns>Null while more are to come; else whether all were right.</returns>
    internal Outcome? Take(ReadOnlySpan<byte> line)
    {
        var (pool, number, wanted) = _items[_answered++];
        var isDone = wanted == KeyState.Present ? population.Check.IsInserted(line) : population.Check.IsGone(line);
        pool.Put(number, isDone ? wanted : KeyState.Unknown);
        _isCorrect &= isDone;
        if (_answered < _count) return null;
        return _isCorrect ? Outcome.Correct : Outcome.WrongAnswer;
    }

    /// <summary>What was not answered is unknown.</summary>
    internal void Abandon()
    {
        for (; _answered < _count; _answered++) _items[_answered].Pool.Put(_items[_answered].Number, KeyState.Unknown);
    }
}
