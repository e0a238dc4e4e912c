using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using LoadHarness.Contracts.Serving;
using LoadHarness.Workloads.HashTable.Framings;
using LoadHarness.Workloads.HashTable.Protocol;
using LoadHarness.Workloads.HashTable.Searching;

namespace LoadHarness.Workloads.HashTable.Serving;

/// <summary>
/// One connection: frames in, frames out; which frames, the client's first bytes tell. Requests that arrive
/// together are answered together, up to a turn's worth; a search or a large answer goes on in <see
/// cref="Drained"/>, and the requests behind it wait.
/// </summary>
internal sealed class HashTableConnection : IConnectionHandler
{
    private const int RequestsPerTurn = 64;

    private readonly TableOperations _operations;
    private readonly IPEndPoint _peer;
    private ReplyWriter? _replies;
    private int _looked;
    private TableMethod _searched;
    private TableSearch? _search;
    private LargeAnswer? _answer;
    private bool _mustClose;
    private long _commitPoint;

    internal HashTableConnection(TableOperations operations, IPEndPoint peer)
    {
        _operations = operations;
        _peer = peer;
    }

    /// <inheritdoc/>
    public Step Start(IBufferWriter<byte> output) => new(0, Next.Read);

    /// <inheritdoc/>
    public Step Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> output)
    {
        _commitPoint = 0;
        if (_replies is null && !KnowsFraming(input, end)) return new Step(0, end ? Next.Close : Next.Read);
        var framing = _replies!.Framing;
        var consumed = 0;
        for (var requests = 0; ; requests++)
        {
            var rest = input[consumed..];
            var state = framing.Take(rest, _looked, end, _operations.Limits.MaxLine, out var frame);
            _looked = frame.Looked;
            if (state == FrameState.Partial) return new Step(consumed, end ? Next.Close : Next.Read, _commitPoint);
            if (state == FrameState.Broken) return Broken(frame.Problem, input.Length, output);

            // The turn is over, but not the input.
            if (requests == RequestsPerTurn) return new Step(consumed, Next.Drain, _commitPoint);
            consumed += frame.Taken;
            if (frame.Body.IsEmpty && framing.SkipsEmpty) continue;
            if (Execute(frame.Body, output)) return new Step(input.Length, Next.Close, _commitPoint);
            if (_search is not null || _answer is not null) return new Step(consumed, Next.Drain, _commitPoint);
        }
    }

    /// <inheritdoc/>
    public Step Drained(IBufferWriter<byte> output)
    {
        Continue(output);
        var next = _search is not null || _answer is not null ? Next.Drain : _mustClose ? Next.Close : Next.Read;
        return new Step(0, next, _commitPoint);
    }

    /// <inheritdoc/>
    public void GiveUp(string why, IBufferWriter<byte> output) =>
        _replies?.WriteFailure(output, Failure.Request, TableMethod.Unknown, why);

    /// <inheritdoc/>
    public void Closed()
    {
        _search?.Dispose();
        _search = null;
        _answer = null;
    }

    /// <summary>The framing is settled by the first bytes, once for the whole connection.</summary>
    private bool KnowsFraming(ReadOnlySpan<byte> input, bool end)
    {
        if (!input.IsEmpty) _replies = _operations.WriterFor(input, end);
        return _replies is not null;
    }

    /// <summary>
    /// Executes a request, or begins it: a search is done behind the requests of others, all of it in
    /// <see cref="Drained"/>. Returns true when the connection must be closed.
    /// </summary>
    private bool Execute(ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        if (_operations.Sink.ShowsTrace) Trace(line);
        var execution = _operations.Execute(line, _replies!, output);
        _commitPoint = Math.Max(_commitPoint, execution.CommitPoint);
        _search = execution.Search;
        _searched = execution.Method;
        _answer = execution.Answer;
        if (_answer is not null) Continue(output);
        return execution.MustClose;
    }

    private void Continue(IBufferWriter<byte> output)
    {
        if (_search is not null && !AdvanceSearch(output)) return;
        if (_answer is not null && _answer.WritePiece(output)) _answer = null;
    }

    /// <summary>Runs one slice; returns true when the search is over.</summary>
    private bool AdvanceSearch(IBufferWriter<byte> output)
    {
        var state = _search!.Advance();
        if (state == SearchState.Running) return false;
        _commitPoint = Math.Max(_commitPoint, _search.Sequence);
        if (state == SearchState.Done)
            _answer = _replies!.Frame(AnswerParts.Of(_replies.Dialect.Reply(_searched), _search.Found));
        if (_answer is null) WriteFailure(state, _search.Problem, output);
        _search.Dispose();
        _search = null;
        return true;
    }

    private void WriteFailure(SearchState state, string problem, IBufferWriter<byte> output)
    {
        var limits = _operations.Limits.Search;
        var (failure, message) = state switch
        {
            SearchState.Refused => (Failure.Regex, problem),
            SearchState.Done => (Failure.TooLarge, "longer than a frame can say"),
            SearchState.TooMany => (Failure.TooLarge, string.Create(
                CultureInfo.InvariantCulture, $"more than {limits.MaxPairs} pairs")),
            _ => (Failure.Deadline, string.Create(
                CultureInfo.InvariantCulture,
                $"more than {limits.MaxTime.TotalMilliseconds} ms of computing, or one key too slow")),
        };
        _replies!.WriteFailure(output, failure, _searched, message);
        _mustClose = _replies.Dialect.ClosesAfter(failure);
    }

    private Step Broken(string problem, int consumed, IBufferWriter<byte> output)
    {
        _replies!.WriteFailure(output, Failure.Request, TableMethod.Unknown, problem);
        return new Step(consumed, Next.Close, _commitPoint);
    }

    private void Trace(ReadOnlySpan<byte> line)
    {
        const int Shown = 100;
        var text = Encoding.Latin1.GetString(line[..Math.Min(line.Length, Shown)]);
        _operations.Sink.Trace($"{PeerText.Of(_peer)} {text}{(line.Length > Shown ? "…" : string.Empty)}");
    }
}
