using System.Buffers;
using LoadHarness.Contracts.Serving;
using LoadHarness.Workloads.HashTable.Dialects;
using LoadHarness.Workloads.HashTable.Framings;
using LoadHarness.Workloads.HashTable.Protocol;
using LoadHarness.Workloads.HashTable.Searching;
using LoadHarness.Workloads.HashTable.Storage;

namespace LoadHarness.Workloads.HashTable.Serving;

/// <summary>What the connections of one service share. Calls take turns.</summary>
internal sealed class TableOperations : IDisposable
{
    private readonly TableStore _store;
    private readonly Dialect _dialect;
    private readonly TimeProvider _time;
    private readonly RequestReader _reader;
    private readonly PatternCache _patterns;
    private readonly Dictionary<Framing, ReplyWriter> _writers;
    private readonly ArrayBufferWriter<byte> _key = new();
    private readonly ArrayBufferWriter<byte> _value = new();
    private long _count;

    internal TableOperations(
        TableStore store, Dialect dialect, ServingLimits limits, IEventSink sink, TimeProvider time)
    {
        _store = store;
        _dialect = dialect;
        Limits = limits;
        Sink = sink;
        _time = time;
        _reader = new RequestReader(dialect.Members);
        _patterns = new PatternCache(dialect.MatchesWhole);
        _writers = FramingNames.All.ToDictionary(framing => framing, framing => new ReplyWriter(dialect, framing));
    }

    /// <summary>What is accepted.</summary>
    internal ServingLimits Limits { get; }

    /// <summary>Where the trace goes.</summary>
    internal IEventSink Sink { get; }

    /// <summary>The durable side, if any.</summary>
    internal IDurable? Durable => _store.Durable;

    /// <summary>Requests answered, whatever the answer. Readable from any thread.</summary>
    internal long Count => Volatile.Read(ref _count);

    /// <summary>How replies are written to a client with these first bytes; null while they say nothing yet.</summary>
    internal ReplyWriter? WriterFor(ReadOnlySpan<byte> first, bool end) =>
        FramingDetector.Detect(first, _dialect.Framing, end) is { } framing ? _writers[framing] : null;

    /// <summary>Executes one request.</summary>
    /// <param name="line">The message without its frame.</param>
    /// <param name="replies">How the reply is written.</param>
    /// <param name="output">Where it goes.</param>
    internal Execution Execute(ReadOnlySpan<byte> line, ReplyWriter replies, IBufferWriter<byte> output)
    {
        Volatile.Write(ref _count, _count + 1);
        var problem = _reader.Read(line, out var request, out var message);
        if (problem != RequestProblem.None)
            return Refuse(FailureOf(problem), request.Method, message, replies, output);
        var key = CanonicalJson.Of(request.Key, _key);
        if (key.Length > Limits.MaxKey)
            return Refuse(Failure.Request, request.Method, "the key is too long", replies, output);
        try
        {
            return request.Method switch
            {
                TableMethod.Insert => Insert(key, CanonicalJson.Of(request.Value, _value), replies, output),
                TableMethod.Lookup => Lookup(key, replies, output),
                TableMethod.Remove => Remove(key, replies, output),
                TableMethod.Scan => Scan(CanonicalJson.Of(request.Regex, _value)),
                TableMethod.Query => Query(request, replies, output),
                _ => Size(replies, output),
            };
        }
        catch (DurabilityException cause)
        {
            return Refuse(Failure.Durability, request.Method, cause.Message, replies, output);
        }
    }

    public void Dispose() => _store.Dispose();

    private static Failure FailureOf(RequestProblem problem) => problem switch
    {
        RequestProblem.NotJson => Failure.Json,
        RequestProblem.UnknownMethod => Failure.Method,
        _ => Failure.Request,
    };

    private static Execution Refuse(
        Failure failure, TableMethod method, string message, ReplyWriter replies, IBufferWriter<byte> output)
    {
        replies.WriteFailure(output, failure, method, message);
        return Execution.Refused(replies.Dialect.ClosesAfter(failure));
    }

    private Execution Insert(
        ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, ReplyWriter replies, IBufferWriter<byte> output)
    {
        var template = _dialect.Reply(TableMethod.Insert);
        if (_dialect.Overwrite is { } overwrite && _store.Find(key) is { Value: not null }) template = overwrite;
        _store.Insert(key, value);
        replies.Write(output, template, new ReplyContent { Key = key });
        return Execution.Answered(_store.Sequence);
    }

    private Execution Lookup(ReadOnlySpan<byte> key, ReplyWriter replies, IBufferWriter<byte> output) =>
        _store.Find(key) is { Value: { } value } found
        ? Value(TableMethod.Lookup, value, found.Sequence, replies, output)
        : Missing(TableMethod.Lookup, replies, output);

    private Execution Remove(ReadOnlySpan<byte> key, ReplyWriter replies, IBufferWriter<byte> output) =>
        _store.Remove(key) is { } old
        ? Value(TableMethod.Remove, old, _store.Sequence, replies, output)
        : Missing(TableMethod.Remove, replies, output);

    private Execution Value(
        TableMethod method, byte[] value, long commitPoint, ReplyWriter replies, IBufferWriter<byte> output)
    {
        var template = _dialect.Reply(method);
        if (value.Length > LargeAnswer.PieceLength && replies.Frame(AnswerParts.Of(template, value)) is { } answer)
            return Execution.Large(answer, commitPoint);
        replies.Write(output, template, new ReplyContent { Value = value });
        return Execution.Answered(commitPoint);
    }

    /// <summary>That a key is not there may be the work of the very last write.</summary>
    private Execution Missing(TableMethod method, ReplyWriter replies, IBufferWriter<byte> output)
    {
        replies.WriteFailure(output, Failure.Missing, method);
        return Execution.Answered(_store.Sequence);
    }

    private Execution Size(ReplyWriter replies, IBufferWriter<byte> output)
    {
        replies.Write(output, _dialect.Reply(TableMethod.Size), ReplyContent.OfSize(_store.Count));
        return Execution.Answered(_store.Sequence);
    }

    private Execution Scan(ReadOnlySpan<byte> pattern) =>
        Search(TableMethod.Scan, new PatternMatcher(_patterns, pattern.ToArray()));

    private Execution Query(Request request, ReplyWriter replies, IBufferWriter<byte> output)
    {
        var name = CanonicalJson.Of(request.SubKey, _key);
        if (name.Length > Limits.MaxKey)
            return Refuse(Failure.Request, TableMethod.Query, "the subkey is too long", replies, output);
        var wanted = CanonicalJson.Of(request.SubValue, _value).ToArray();
        return Search(TableMethod.Query, new MemberMatcher(name.ToArray(), wanted));
    }

    private Execution Search(TableMethod method, IEntryMatcher matcher) => Execution.Long(
        new TableSearch(_store.TakeSnapshot(), matcher, Limits.Search, _time), method, _store.Sequence);
}
