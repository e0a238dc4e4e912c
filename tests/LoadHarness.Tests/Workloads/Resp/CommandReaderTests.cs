using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Workloads.Resp.Protocol;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Tests.Workloads.Resp;

public sealed class CommandReaderTests
{
    private const int LongestArgument = 1000;

    private static readonly Gen<byte[]> _argument =
        from length in Gen.Choose(0, 30)
        from bytes in Gen.Choose(0, 255).ArrayOf(length)
        select bytes.Select(value => (byte)value).ToArray();

    [Fact]
    public void Any_array_of_any_bytes_is_read_as_it_was_written_once_its_last_byte_is_there() =>
        Prop.ForAll(_argument.NonEmptyListOf().ToArbitrary(), arguments =>
        {
            var written = Encode(arguments);
            var reader = new CommandReader(LongestArgument);
            for (var length = 0; length < written.Length; length++)
            {
                if (reader.Read(written.AsSpan(0, length)) != ReadState.Incomplete) return false;
            }

            byte[] input = [.. written, .. "*1\r\n"u8];
            return reader.Read(input) == ReadState.Complete
                && reader.Length == written.Length
                && reader.Count == arguments.Count
                && Enumerable.Range(0, reader.Count)
                    .All(i => reader.Argument(input, i).SequenceEqual(arguments.ElementAt(i)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_bytes_at_all_are_read_without_harm() =>
        Prop.ForAll(Gen.Elements("*$-:0123456789\r\n aGETget"u8.ToArray()).ArrayOf(40).ToArbitrary(), input =>
        {
            var reader = new CommandReader(LongestArgument);
            return reader.Read(input) switch
            {
                ReadState.Complete => reader.Length > 0 && reader.Length <= input.Length,
                ReadState.Malformed => reader.Problem.Length > 0,
                _ => true,
            };
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("PING\r\n", "PING")]
    [InlineData("PING\n", "PING")]
    [InlineData("  set\ta   1 \r\n", "set|a|1")]
    [InlineData("\r\n", "")]
    [InlineData("   \n", "")]
    [InlineData("*0\r\n", "")]
    [InlineData("*-1\r\n", "")]
    [InlineData("*1\r\n$0\r\n\r\n", "")]
    public void Words_on_a_line_and_empty_commands_are_read(string input, string arguments)
    {
        var bytes = Encoding.ASCII.GetBytes(input);
        var reader = new CommandReader(LongestArgument);
        reader.Read(bytes).ShouldBe(ReadState.Complete);
        reader.Length.ShouldBe(bytes.Length);
        string.Join('|', Enumerable.Range(0, reader.Count)
            .Select(i => Encoding.ASCII.GetString(reader.Argument(bytes, i)))).ShouldBe(arguments);
    }

    [Theory]
    [InlineData("*1025\r\n", "invalid multibulk length")]
    [InlineData("*99999999999999999999\r\n", "invalid multibulk length")]
    [InlineData("*\r\n", "invalid multibulk length")]
    [InlineData("*1x\r\n", "invalid multibulk length")]
    [InlineData("*1\r\n:1\r\n", "expected '$'")]
    [InlineData("*1\r\n$-1\r\n", "invalid bulk length")]
    [InlineData("*1\r\n$1001\r\n", "invalid bulk length")]
    [InlineData("*1\r\n$1\r\nabc", "expected the end of a bulk string")]
    public void What_cannot_become_a_command_is_refused_at_once(string input, string problem)
    {
        var reader = new CommandReader(LongestArgument);
        reader.Read(Encoding.ASCII.GetBytes(input)).ShouldBe(ReadState.Malformed);
        reader.Problem.ShouldBe(problem);
    }

    [Fact]
    public void A_line_or_a_request_without_end_is_refused()
    {
        var reader = new CommandReader(LongestArgument);
        reader.Read(new byte[CommandReader.LongestLine]).ShouldBe(ReadState.Incomplete);
        reader.Read(new byte[CommandReader.LongestLine + 1]).ShouldBe(ReadState.Malformed);
        var parts = string.Concat(Enumerable.Repeat("$900\r\n" + new string('x', 900) + "\r\n", 100));
        reader.Read(Encoding.ASCII.GetBytes("*1000\r\n" + parts)).ShouldBe(ReadState.Malformed);
    }

    private static byte[] Encode(IReadOnlyCollection<byte[]> arguments)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"*{arguments.Count}\r\n"));
        foreach (var argument in arguments)
        {
            text.Append(CultureInfo.InvariantCulture, $"${argument.Length}\r\n");
            text.Append(Encoding.Latin1.GetString(argument)).Append("\r\n");
        }

        return Encoding.Latin1.GetBytes(text.ToString());
    }
}
