using System.Text;
using System.Text.Json.Nodes;

namespace LoadHarness.Torture.Attacks.Victims;

/// <summary>The hash table: lines of JSON, or frames with a length before them.</summary>
internal static class HashTable
{
    private const int LargeValue_bytes = 200_000;

    /// <summary>Needs backtracking, and on a long row of the letter a more of it than anybody has time for.</summary>
    private const string ExplodingPattern = @"^(a+)+\\1b$";

    /// <summary>The service.</summary>
    public static Victim Victim { get; } = new()
    {
        Workload = "hashtable",
        Options = new Dictionary<string, string>(StringComparer.Ordinal) { ["data"] = "none" },
        Request = Bytes("""{"method":"lookup","key":"large"}""" + "\n"),
        Large = Bytes("""{"method":"lookup","key":"large"}""" + "\n"),
        Endless = Bytes("""{"method":"lookup","key":"a"""),
        Filler = Bytes("a"),
        Poisons = Poisons(),
        Costly = Scan(ExplodingPattern),
        Prepare = static socket =>
        {
            Ok(socket, "insert", "large", $"\"{new string('v', LargeValue_bytes)}\"");
            Ok(socket, "insert", new string('a', 2000), "1");
        },
        Operation = static (socket, number) =>
        {
            Ok(socket, "insert", "innocent", InnocentSocket.Text(number));
            var found = Ok(socket, "lookup", "innocent")["result"]!.GetValue<int>();
            if (found != number) throw new InvalidDataException($"{found} in place of {number}");
        },
    };

    private static JsonObject Ok(InnocentSocket socket, string method, string key, string? value = null)
    {
        var rest = value is null ? "" : $",\"value\":{value}";
        socket.Send($$"""{"method":"{{method}}","key":"{{key}}"{{rest}}}""" + "\n");
        var reply = JsonNode.Parse(socket.ReadLine())!.AsObject();
        return reply["status"]!.GetValue<string>() is "OK"
            ? reply
            : throw new InvalidDataException(reply.ToJsonString());
    }

    private static IReadOnlyList<byte[]> Poisons() =>
    [
        // Lengths that lie, in every form of a length before the message.
        [0xff, 0xff, 0xff, 0xff, .. "{\"method\":"u8],
        [0x7f, 0xff, 0xff, 0xff, .. "{\"method\":"u8],
        [0, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff, .. "{\"method\":"u8],
        [0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        [0xff, 0xff, 0xff, 0x7f, 0, 0, 0, 0, .. "{\"method\":"u8],
        Bytes("999999999999999999 {\"method\":"),
        // Depth, size, and numbers.
        Bytes("""{"method":"insert","key":"deep","value":""" + new string('[', 100_000)),
        Bytes("""{"method":"insert","key":"deep","value":""" + new string('[', 5000) + new string(']', 5000) + "}\n"),
        Bytes("""{"method":"insert","value":1,"key":" """ + new string('k', 2 * 1024 * 1024) + "\"}\n"),
        Bytes("""{"method":"insert","key":"n","value":1e""" + new string('9', 10_000) + "}\n"),
        // Patterns that explode.
        Scan("(a+)+$"),
        Scan("(a|a|aa)*b"),
        Scan("(((a*)*)*)*b"),
        Scan(ExplodingPattern),
        Scan(@"(a*)*\\1b"),
        Scan("(?=(a+))\\\\1{5,}b"),
        Scan("a{1,1000}{1,1000}b"),
        Scan(new string('(', 20_000)),
        // Text that is none.
        [.. "{\"method\":\"insert\",\"key\":\""u8, 0xc3, 0x28, 0xf0, 0x90, .. "\",\"value\":1}\n"u8],
        Bytes("""{"method":"insert","key":"\ud800","value":"\udfff"}""" + "\n"),
    ];

    private static byte[] Scan(string pattern) => Bytes($$"""{"method":"scan","regex":"{{pattern}}"}""" + "\n");

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
