using System.Buffers;
using System.Globalization;
using System.Text;
using LoadHarness.Contracts.Serving;
using LoadHarness.Workloads.HashTable.Protocol;
using LoadHarness.Workloads.HashTable.Searching;
using LoadHarness.Workloads.HashTable.Storage;

namespace LoadHarness.Workloads.HashTable.Serving;

/// <summary>What the connections of one service share. Calls take turns.</summary>
internal sealed class TableOperations : IDisposable
{
    private readonly TableStore _store;
    private readonly TimeProvider _time;
    private readonly RequestReader _reader = new();
    private readonly PatternCache _patterns = new();
    private readonly ArrayBufferWriter<byte> _key = new();
    private readonly ArrayBufferWriter<byte> _value = new();
    private long _count;

    internal TableOperations(TableStore store, ServingLimits limits, IEventSink sink, TimeProvider time)
    {
        _store = store;
        Limits = limits;
        Sink = sink;
        _time = time;
    }

    /// <summary>What is accepted.</summary>
    internal ServingLimits Limits { get; }

    /// <summary>Where the trace goes.</summary>
    internal IEventSink Sink { get; }

    /// <summary>The durable side, if any.</summary>
    internal IDurable? Durable => _store.Durable;

    /// <summary>Requests answered, whatever the answer. Readable from any thread.</summary>
    internal long Count => Volatile.Read(ref _count);

    /// <summary>Executes one request line.</summary>
    internal Execution Execute(ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        Volatile.Write(ref _count, _count + 1);
        var problem = _reader.Read(line, out var request, out var message);
        if (problem != RequestProblem.None) return Refuse(problem, message, output);
        var key = CanonicalJson.Of(request.Key, _key);
        if (key.Length > Limits.MaxKey) return Refuse(RequestProblem.BadField, "the key is too long", output);
        try
        {
            return request.Method switch
            {
                TableMethod.Insert => Insert(key, CanonicalJson.Of(request.Value, _value), output),
                TableMethod.Lookup => Lookup(key, output),
                TableMethod.Remove => Remove(key, output),
                TableMethod.Scan => Scan(CanonicalJson.Of(request.Regex, _value), output),
                TableMethod.Query => Query(request, output),
                _ => Size(output),
            };
        }
        catch (DurabilityException cause)
        {
            Reply.WriteError(output, ErrorType.Durability, cause.Message);
            return Execution.Answered(0);
        }
    }

    public void Dispose() => _store.Dispose();

    private static Execution Refuse(RequestProblem problem, string message, IBufferWriter<byte> output)
    {
        var type = problem switch
        {
            RequestProblem.NotJson => ErrorType.InvalidJson,
            RequestProblem.UnknownMethod => ErrorType.InvalidMethod,
            _ => ErrorType.InvalidRequest,
        };
        Reply.WriteError(output, type, message);
        return problem == RequestProblem.NotJson ? Execution.Hopeless : Execution.Answered(0);
    }

    private Execution Insert(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, IBufferWriter<byte> output)
    {
        _store.Insert(key, value);
        Reply.WriteResult(output, "null"u8);
        return Execution.Answered(_store.Sequence);
    }

    private Execution Lookup(ReadOnlySpan<byte> key, IBufferWriter<byte> output) =>
        _store.Find(key) is { Value: { } value } found
        ? Value(value, found.Sequence, output)
        : Missing(output);

    private Execution Remove(ReadOnlySpan<byte> key, IBufferWriter<byte> output) =>
        _store.Remove(key) is { } old ? Value(old, _store.Sequence, output) : Missing(output);

    private static Execution Value(byte[] value, long commitPoint, IBufferWriter<byte> output)
    {
        if (value.Length > LargeAnswer.PieceLength)
            return Execution.Large(new LargeAnswer(AnswerParts.Of(value)), commitPoint);
        Reply.WriteResult(output, value);
        return Execution.Answered(commitPoint);
    }

    /// <summary>That a key is not there may be the work of the very last write.</summary>
    private Execution Missing(IBufferWriter<byte> output)
    {
        Reply.WriteError(output, ErrorType.KeyError);
        return Execution.Answered(_store.Sequence);
    }

    private Execution Size(IBufferWriter<byte> output)
    {
        Reply.WriteResult(output, Encoding.ASCII.GetBytes(_store.Count.ToString(CultureInfo.InvariantCulture)));
        return Execution.Answered(_store.Sequence);
    }

    private Execution Scan(ReadOnlySpan<byte> pattern, IBufferWriter<byte> output)
    {
        if (_patterns.Get(pattern, out var problem) is { } regex) return Search(new PatternMatcher(regex));
        Reply.WriteError(output, ErrorType.InvalidRegex, problem);
        return Execution.Answered(0);
    }

    private Execution Query(Request request, IBufferWriter<byte> output)
    {
        var name = CanonicalJson.Of(request.SubKey, _key);
        if (name.Length > Limits.MaxKey) return Refuse(RequestProblem.BadField, "the subkey is too long", output);
        return Search(new MemberMatcher(name.ToArray(), CanonicalJson.Of(request.SubValue, _value).ToArray()));
    }

    private Execution Search(IEntryMatcher matcher) =>
        Execution.Long(new TableSearch(_store.TakeSnapshot(), matcher, Limits.Search, _time), _store.Sequence);
}
