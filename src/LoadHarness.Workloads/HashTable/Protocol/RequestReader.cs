using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace LoadHarness.Workloads.HashTable.Protocol;

/// <summary>
/// Reads one line as a request. Members it does not know are skipped; of members named twice the last counts.
/// </summary>
internal sealed class RequestReader
{
    /// <summary>Deepest nesting of a request, the outer object included.</summary>
    internal const int MaxDepth = 64;

    private readonly ArrayBufferWriter<byte> _name = new();

    /// <summary>Reads a request.</summary>
    /// <param name="line">The line without its end.</param>
    /// <param name="request">Its fields, parts of <paramref name="line"/>.</param>
    /// <param name="message">What is wrong, ASCII without quotes; empty when nothing is.</param>
    internal RequestProblem Read(ReadOnlySpan<byte> line, out Request request, out string message)
    {
        request = new Request { Method = TableMethod.Unknown };
        try
        {
            if (!Utf8.IsValid(line)) return Problem(RequestProblem.NotJson, "the line is not UTF-8", out message);
            var reader = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = MaxDepth });
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject) return NotAnObject(ref reader, out message);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = Name(line, ref reader);
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                Store(name, line[start..(int)reader.BytesConsumed], ref request);
            }

            reader.Read();
            request.Method = MethodOf(request.MethodName);
            return Check(ref request, out message);
        }
        catch (JsonException)
        {
            return Problem(RequestProblem.NotJson, "the line is not JSON, or nested too deep", out message);
        }
    }

    private static RequestProblem NotAnObject(ref Utf8JsonReader reader, out string message)
    {
        reader.Skip();
        reader.Read();
        return Problem(RequestProblem.BadField, "a request is a JSON object", out message);
    }

    private ReadOnlySpan<byte> Name(ReadOnlySpan<byte> line, ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped) return reader.ValueSpan;
        var token = line.Slice((int)reader.TokenStartIndex, reader.ValueSpan.Length + 2);
        return CanonicalJson.Of(token, _name)[1..^1];
    }

    private static void Store(scoped ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, scoped ref Request request)
    {
        if (name.SequenceEqual("method"u8)) request.MethodName = value;
        else if (name.SequenceEqual("key"u8)) request.Key = value;
        else if (name.SequenceEqual("value"u8)) request.Value = value;
        else if (name.SequenceEqual("regex"u8)) request.Regex = value;
        else if (name.SequenceEqual("subkey"u8)) request.SubKey = value;
        else if (name.SequenceEqual("subvalue"u8)) request.SubValue = value;
    }

    private TableMethod MethodOf(ReadOnlySpan<byte> token)
    {
        if (!IsString(token)) return TableMethod.Unknown;
        return CanonicalJson.Of(token, _name)[1..^1] switch
        {
            var name when name.SequenceEqual("insert"u8) => TableMethod.Insert,
            var name when name.SequenceEqual("lookup"u8) => TableMethod.Lookup,
            var name when name.SequenceEqual("scan"u8) => TableMethod.Scan,
            var name when name.SequenceEqual("remove"u8) => TableMethod.Remove,
            var name when name.SequenceEqual("size"u8) => TableMethod.Size,
            var name when name.SequenceEqual("query"u8) => TableMethod.Query,
            _ => TableMethod.Unknown,
        };
    }

    private static RequestProblem Check(scoped ref Request request, out string message)
    {
        if (!IsString(request.MethodName))
            return Problem(RequestProblem.BadField, "method must be a string", out message);
        switch (request.Method)
        {
            case TableMethod.Unknown:
                return Problem(
                    RequestProblem.UnknownMethod, "known are insert, lookup, scan, remove, size, query", out message);
            case TableMethod.Insert or TableMethod.Lookup or TableMethod.Remove when !IsString(request.Key):
                return Problem(RequestProblem.BadField, "key must be a string", out message);
            case TableMethod.Insert when request.Value.IsEmpty:
                return Problem(RequestProblem.BadField, "value is missing", out message);
            case TableMethod.Scan when !IsString(request.Regex):
                return Problem(RequestProblem.BadField, "regex must be a string", out message);
            case TableMethod.Query when !IsString(request.SubKey):
                return Problem(RequestProblem.BadField, "subkey must be a string", out message);
            case TableMethod.Query when request.SubValue.IsEmpty:
                return Problem(RequestProblem.BadField, "subvalue is missing", out message);
            default:
                return Problem(RequestProblem.None, string.Empty, out message);
        }
    }

    private static bool IsString(ReadOnlySpan<byte> token) => !token.IsEmpty && token[0] == (byte)'"';

    private static RequestProblem Problem(RequestProblem problem, string text, out string message)
    {
        message = text;
        return problem;
    }
}
