using System.Buffers;
using LoadHarness.Contracts.Serving;
using LoadHarness.Workloads.Http.Protocol;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Http.Serving;

/// <summary>Answers requests one after the other; bodies are read over.</summary>
/// <param name="service">Shared by all connections.</param>
internal sealed class HttpConnection(HttpService service) : IConnectionHandler
{
    /// <summary>Answers of one turn stay below this, but for one that is larger by itself.</summary>
    private const int TurnOutput_bytes = 64 * 1024;

    private readonly int _requestsPerTurn = Math.Max(1, TurnOutput_bytes / service.Answer.Length);
    private long _bodyLeft;
    private bool _isInBody;
    private bool _closes;

    /// <inheritdoc/>
    public bool IsInRequest => _isInBody;

    /// <inheritdoc/>
    public Step Start(IBufferWriter<byte> output) => new(0, Next.Read);

    /// <inheritdoc/>
    public Step Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> output)
    {
        var (consumed, answered) = (0, 0);
        var state = ReadState.Complete;
        while ((!_closes || _isInBody) && answered < _requestsPerTurn)
        {
            state = ReadRequest(input[consumed..], out var used);
            consumed += used;
            if (state != ReadState.Complete) break;
            output.Write(service.Answer);
            answered++;
        }

        if (answered > 0) service.Count(answered);
        if (state == ReadState.Malformed)
        {
            output.Write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8);
            return new Step(input.Length, Next.Close);
        }

        if (_closes && !_isInBody) return new Step(input.Length, Next.Close);
        return new Step(consumed, state == ReadState.Complete ? Next.Drain : end ? Next.Close : Next.Read);
    }

    /// <inheritdoc/>
    public Step Drained(IBufferWriter<byte> output) => new(0, Next.Read);

    /// <inheritdoc/>
    public void GiveUp(string why, IBufferWriter<byte> output) =>
        output.Write("HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8);

    /// <inheritdoc/>
    public void Closed()
    {
    }

    private ReadState ReadRequest(ReadOnlySpan<byte> input, out int consumed)
    {
        consumed = 0;
        if (!_isInBody)
        {
            var state = BoundedSearch.Find(input, "\r\n\r\n"u8, HeadFields.LongestHead_bytes, out var end);
            if (state != ReadState.Complete) return state;
            if (!TryReadHead(input[..(end + 2)])) return ReadState.Malformed;
            consumed = end + 4;
        }

        var used = (int)Math.Min(_bodyLeft, input.Length - consumed);
        consumed += used;
        _bodyLeft -= used;
        _isInBody = _bodyLeft > 0;
        return _isInBody ? ReadState.Incomplete : ReadState.Complete;
    }

    private bool TryReadHead(ReadOnlySpan<byte> head)
    {
        var line = head[..head.IndexOf("\r\n"u8)];
        var isKnown = line.StartsWith("GET /"u8) || line.StartsWith("POST /"u8);
        if (!isKnown || !line.EndsWith(" HTTP/1.1"u8)) return false;
        if (!HeadFields.TryRead(head[(line.Length + 2)..], out var fields) || fields.IsChunked) return false;
        (_bodyLeft, _closes) = (Math.Max(0, fields.Length), fields.Closes);
        return true;
    }
}
