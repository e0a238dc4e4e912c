using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using LoadHarness.Workloads.HashTable.Dialects;

namespace LoadHarness.Workloads.HashTable.Protocol;

/// <summary>
/// Reads one message as a request. Members it does not know are skipped; of members named twice the last counts.
/// </summary>
/// <param name="members">Where the dialect's requests hold their fields.</param>
internal sealed class RequestReader(RequestMembers members)
{
    /// <summary>Deepest nesting of a request, the outer object included.</summary>
    internal const int MaxDepth = 64;

    private static readonly JsonReaderOptions _options = new() { MaxDepth = MaxDepth };

    private readonly ArrayBufferWriter<byte> _name = new();
    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly string _known =
        "known are " + string.Join(", ", members.MethodNames.Select(Encoding.UTF8.GetString));

    /// <summary>Reads a request.</summary>
    /// <param name="line">The message without its frame.</param>
    /// <param name="request">Its fields, parts of <paramref name="line"/> or valid until the next call.</param>
    /// <param name="message">What is wrong, ASCII without quotes; empty when nothing is.</param>
    internal RequestProblem Read(ReadOnlySpan<byte> line, out Request request, out string message)
    {
        request = new Request { Method = TableMethod.Unknown };
        try
        {
            if (!Utf8.IsValid(line)) return Problem(RequestProblem.NotJson, "the line is not UTF-8", out message);
            var reader = new Utf8JsonReader(line, _options);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject) return NotAnObject(ref reader, out message);
            Span<Range> found = stackalloc Range[RequestMembers.MostMembers];
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var member = members.Find(Name(line, ref reader));
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                if (member >= 0) found[member] = start..(int)reader.BytesConsumed;
            }

            reader.Read();
            request.MethodName = line[found[members.Method]];
            request.Method = MethodOf(request.MethodName);
            if (!TryFill(line, found, ref request) && request.Method != TableMethod.Unknown)
                return Problem(RequestProblem.BadField, "value must be JSON text in a string", out message);
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

    /// <summary>Takes the fields of the request's method from their members; false when a text is not JSON.</summary>
    private bool TryFill(ReadOnlySpan<byte> line, scoped ReadOnlySpan<Range> found, scoped ref Request request)
    {
        // The lines of a checkpoint name no method; they hold what an insert does.
        var method = request.Method == TableMethod.Unknown ? TableMethod.Insert : request.Method;
        foreach (var place in members.Places[(int)method])
        {
            var token = line[found[place.Member]];
            if (place.Element != RequestPlace.Whole) token = ElementOf(token, place.Element);
            if (place.IsText && !token.IsEmpty && !TryReadText(ref token)) return false;
            switch (place.Field)
            {
                case Placeholder.Key: request.Key = token; break;
                case Placeholder.Value: request.Value = token; break;
                case Placeholder.Regex: request.Regex = token; break;
                case Placeholder.Subkey: request.SubKey = token; break;
                default: request.SubValue = token; break;
            }
        }

        return true;
    }

    /// <summary>An element of a list; nothing when it is no list, or too short.</summary>
    private static ReadOnlySpan<byte> ElementOf(ReadOnlySpan<byte> list, int index)
    {
        if (list.IsEmpty || list[0] != (byte)'[') return default;
        var reader = new Utf8JsonReader(list, _options);
        reader.Read();
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (i == index) return list[start..(int)reader.BytesConsumed];
        }

        return default;
    }

    /// <summary>Replaces a string that holds JSON text by that text.</summary>
    private bool TryReadText(ref ReadOnlySpan<byte> token)
    {
        if (!IsString(token)) return false;
        token = CanonicalJson.Of(token, _name);
        var characters = ArrayPool<char>.Shared.Rent(token.Length);
        _text.ResetWrittenCount();
        Encoding.UTF8.GetBytes(characters.AsSpan(0, CanonicalJson.Decode(token, characters)), _text);
        ArrayPool<char>.Shared.Return(characters);
        token = _text.WrittenSpan;
        return IsJson(token);
    }

    private static bool IsJson(ReadOnlySpan<byte> text)
    {
        try
        {
            var reader = new Utf8JsonReader(text, _options);
            reader.Read();
            reader.Skip();
            return !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private TableMethod MethodOf(ReadOnlySpan<byte> token)
    {
        if (!IsString(token)) return TableMethod.Unknown;
        var name = CanonicalJson.Of(token, _name)[1..^1];
        var names = members.MethodNames;
        for (var i = 0; i < names.Length; i++)
        {
            if (name.SequenceEqual(names[i])) return (TableMethod)i;
        }

        return TableMethod.Unknown;
    }

    private RequestProblem Check(scoped ref Request request, out string message)
    {
        if (!IsString(request.MethodName))
            return Problem(RequestProblem.BadField, "method must be a string", out message);
        switch (request.Method)
        {
            case TableMethod.Unknown:
                return Problem(RequestProblem.UnknownMethod, _known, out message);
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
