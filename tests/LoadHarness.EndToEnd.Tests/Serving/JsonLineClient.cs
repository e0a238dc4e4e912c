using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace LoadHarness.EndToEnd.Tests.Serving;

/// <summary>A plain client of the hash table: one request, one reply.</summary>
internal sealed class JsonLineClient : IDisposable
{
    private readonly TcpClient _client = new() { NoDelay = true };
    private readonly StreamReader _reader;
    private readonly StreamWriter _writer;

    public JsonLineClient(IPEndPoint server)
    {
        _client.ReceiveTimeout = _client.SendTimeout = (int)ServeProcess.Bound.TotalMilliseconds;
        _client.Connect(server);
        _reader = new StreamReader(_client.GetStream());
        _writer = new StreamWriter(_client.GetStream()) { AutoFlush = true, NewLine = "\n" };
    }

    /// <summary>Sends a request and waits for the reply.</summary>
    /// <exception cref="IOException">The server is gone.</exception>
    public JsonObject Ask(JsonObject request)
    {
        _writer.WriteLine(request.ToJsonString());
        var line = _reader.ReadLine() ?? throw new EndOfStreamException("the server closed");
        return JsonNode.Parse(line)!.AsObject();
    }

    /// <summary>True when the write was acknowledged.</summary>
    public bool Insert(string key, long value) =>
        IsOk(Ask(new JsonObject { ["method"] = "insert", ["key"] = key, ["value"] = value }));

    /// <summary>The value of a key; null when there is none.</summary>
    public long? Lookup(string key)
    {
        var reply = Ask(new JsonObject { ["method"] = "lookup", ["key"] = key });
        return IsOk(reply) ? reply["result"]!.GetValue<long>() : null;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _client.Dispose();
    }

    private static bool IsOk(JsonObject reply) =>
        string.Equals(reply["status"]!.GetValue<string>(), "OK", StringComparison.Ordinal);
}
