using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Experiments.Dialects;
using LoadHarness.Tests.Workloads.HashTable.Serving;

namespace LoadHarness.Tests.Workloads.HashTable.Dialects;

/// <summary>That no bytes make server or client throw is tested with all other parsers.</summary>
public class DialectFuzzTests
{
    public static TheoryData<string> Names { get; } = [.. DialectFiles.Default.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_body_in_a_right_frame_leaves_the_client_without_a_reply(string dialect) =>
        Prop.ForAll<byte[], byte>((some, kind) =>
        {
            using var table = new TestTable(dialect: dialect);
            var body = Body(some, kind);
            var replies = table.Connect().Send(HandWire.Frame(dialect, body), end: true);
            return replies.Length > 0;
        }).QuickCheckThrowOnFailure();

    /// <summary>
    /// JSON that is no request, or nearly one; never an empty line. It holds no NUL, as no JSON text does: among the
    /// first bytes of a connection a NUL is taken for the upper part of a binary length.
    /// </summary>
    private static string Body(byte[] some, byte kind)
    {
        var text = Encoding.Latin1.GetString(some).Replace('\n', ' ').Replace('\r', ' ').Replace('\0', ' ');
        return (kind % 4) switch
        {
            0 => "{" + text,
            1 => $$"""{"method":"insert","key":{{some.Length}},"value":"{{some.Length}}"}""",
            2 => $$"""{"method":"{{(some.Length % 2 == 0 ? "scan" : "query")}}","arguments":[[{{some.Length}}]]}""",
            _ => $$"""{"method":"lookup","arguments":{"key":[]},"key":null}""",
        };
    }
}
