using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using LoadHarness.Contracts.Serving;
using LoadHarness.Workloads.HashTable.Protocol;
using LoadHarness.Workloads.HashTable.Searching;

namespace LoadHarness.Workloads.HashTable.Serving;

/// <summary>
/// One connection: lines in, lines out. Requests that arrive together are answered together, up to a turn's worth;
/// a search or a large answer goes on in <see cref="Drained"/>, and the requests behind it wait.
/// </summary>
internal sealed class HashTableConnection : IConnectionHandler
{
    private const int RequestsPerTurn = 64;

    private readonly TableOperations _operations;
    private readonly IPEndPoint _peer;
    private int _looked;
    private TableSearch? _search;
    private LargeAnswer? _answer;
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
        var consumed = 0;
        for (var requests = 0; ; requests++)
        {
            var rest = input[consumed..];
            if (!TryTakeLine(rest, end, out var line, out var taken))
            {
                if (rest.Length > _operations.Limits.MaxLine) return TooLong(input.Length, output);
                return new Step(consumed, end ? Next.Close : Next.Read, _commitPoint);
            }

            // The turn is over, but not the input.
            if (requests == RequestsPerTurn) return new Step(consumed, Next.Drain, _commitPoint);
            consumed += taken;
            if (line.Length > _operations.Limits.MaxLine) return TooLong(input.Length, output);
            if (line.IsEmpty) continue;
            if (Execute(line, output)) return new Step(input.Length, Next.Close, _commitPoint);
            if (_search is not null || _answer is not null) return new Step(consumed, Next.Drain, _commitPoint);
        }
    }

    /// <inheritdoc/>
    public Step Drained(IBufferWriter<byte> output)
    {
        Continue(output);
        return new Step(0, _search is null && _answer is null ? Next.Read : Next.Drain, _commitPoint);
    }

    /// <inheritdoc/>
    public void Closed()
    {
        _search?.Dispose();
        _search = null;
        _answer = null;
    }

    /// <summary>
    /// A line ends with a newline, before which a carriage return is dropped; the last line of all may end with the
    /// input.
    /// </summary>
    private bool TryTakeLine(ReadOnlySpan<byte> rest, bool end, out ReadOnlySpan<byte> line, out int taken)
    {
        var newline = rest[_looked..].IndexOf((byte)'\n');
        if (newline < 0 && !(end && rest.Length > 0))
        {
            _looked = rest.Length;
            line = default;
            taken = 0;
            return false;
        }

        var length = newline < 0 ? rest.Length : _looked + newline;
        taken = newline < 0 ? length : length + 1;
        line = rest[..length];
        if (line.EndsWith("\r"u8)) line = line[..^1];
        _looked = 0;
        return true;
    }

    /// <summary>Executes a request; returns true when the connection must be closed.</summary>
    private bool Execute(ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        if (_operations.Sink.ShowsTrace) Trace(line);
        var execution = _operations.Execute(line, output);
        _commitPoint = Math.Max(_commitPoint, execution.CommitPoint);
        _search = execution.Search;
        _answer = execution.Answer;
        if (_search is not null || _answer is not null) Continue(output);
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
        if (state == SearchState.Done) _answer = new LargeAnswer(AnswerParts.Of(_search.Found));
        else WriteFailure(state, output);
        _search.Dispose();
        _search = null;
        return true;
    }

    private void WriteFailure(SearchState state, IBufferWriter<byte> output)
    {
        var limits = _operations.Limits.Search;
        if (state == SearchState.TooMany)
        {
            Reply.WriteError(output, ErrorType.TooLarge, string.Create(
                CultureInfo.InvariantCulture, $"more than {limits.MaxPairs} pairs"));
        }
        else
        {
            Reply.WriteError(output, ErrorType.Deadline, string.Create(
                CultureInfo.InvariantCulture,
                $"more than {limits.MaxTime.TotalMilliseconds} ms of computing, or one key too slow"));
        }
    }

    private Step TooLong(int consumed, IBufferWriter<byte> output)
    {
        Reply.WriteError(output, ErrorType.InvalidRequest, string.Create(
            CultureInfo.InvariantCulture, $"the line is longer than {_operations.Limits.MaxLine} bytes"));
        return new Step(consumed, Next.Close, _commitPoint);
    }

    private void Trace(ReadOnlySpan<byte> line)
    {
        const int Shown = 100;
        var text = Encoding.Latin1.GetString(line[..Math.Min(line.Length, Shown)]);
        _operations.Sink.Trace($"{PeerText.Of(_peer)} {text}{(line.Length > Shown ? "…" : string.Empty)}");
    }
}
