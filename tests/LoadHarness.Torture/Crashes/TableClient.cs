using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace LoadHarness.Torture.Crashes;

/// <summary>
/// A plain client of the hash table whose values show whether they are whole: one request, one reply.
/// </summary>
internal sealed class TableClient : IDisposable
{
    /// <summary>What <see cref="Lookup"/> gives for a value that nobody has written.</summary>
    public const long Broken = -1;

    private const int LongestFiller = 400;

    private readonly TcpClient _client = new() { NoDelay = true };
    private readonly StreamReader _reader;
    private readonly StreamWriter _writer;

    public TableClient(IPEndPoint server)
    {
        _client.ReceiveTimeout = _client.SendTimeout = (int)TableProcess.Bound.TotalMilliseconds;
        _client.Connect(server);
        _reader = new StreamReader(_client.GetStream());
        _writer = new StreamWriter(_client.GetStream()) { AutoFlush = true, NewLine = "\n" };
    }

    /// <summary>Writes a number with a filler that follows from it.</summary>
    /// <returns>True when the write was acknowledged.</returns>
    /// <exception cref="IOException">The server is gone.</exception>
    public bool Insert(string key, long number)
    {
        var value = string.Create(
            CultureInfo.InvariantCulture, $$"""{"number":{{number}},"filler":"{{Filler(number)}}"}""");
        using var reply = Ask($$"""{"method":"insert","key":"{{key}}","value":{{value}}}""");
        return IsOk(reply);
    }

    /// <summary>The number of a key; 0 when it is not there, <see cref="Broken"/> when it is not whole.</summary>
    /// <exception cref="IOException">The server is gone.</exception>
    public long Lookup(string key)
    {
        using var reply = Ask($$"""{"method":"lookup","key":"{{key}}"}""");
        if (!IsOk(reply)) return 0;
        var value = reply.RootElement.GetProperty("result");
        return value.GetProperty("number").TryGetInt64(out var number)
            && string.Equals(value.GetProperty("filler").GetString(), Filler(number), StringComparison.Ordinal)
                ? number : Broken;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _client.Dispose();
    }

    private static string Filler(long number) => new('x', (int)(number * 37 % LongestFiller));

    private JsonDocument Ask(string request)
    {
        _writer.WriteLine(request);
        return JsonDocument.Parse(_reader.ReadLine() ?? throw new EndOfStreamException("the server closed"));
    }

    private static bool IsOk(JsonDocument reply) =>
        string.Equals(reply.RootElement.GetProperty("status").GetString(), "OK", StringComparison.Ordinal);
}
