using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Platform.Network.Buffers;
using LoadHarness.Servers.Shared;

namespace LoadHarness.Tests.Servers.Shared;

public sealed class BufferTests
{
    [Fact]
    public void Output_leaves_in_the_order_and_pieces_of_any_sends()
    {
        Prop.ForAll<byte[][], byte>((writes, step) =>
        {
            var output = new OutputBuffer();
            var sent = new List<byte>();
            foreach (var write in writes.Where(write => write is not null))
            {
                output.Write(write);
                Send(output, step, sent);
            }

            while (output.Length > 0) Send(output, step + 1, sent);
            return sent.SequenceEqual(writes.Where(write => write is not null).SelectMany(write => write));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_reply_of_any_length_is_one_contiguous_piece()
    {
        var output = new OutputBuffer();
        var reply = Enumerable.Range(0, 300_000).Select(i => (byte)i).ToArray();
        foreach (var part in reply.Chunk(1000)) output.Write(part);
        output.Pending.SequenceEqual(reply).ShouldBeTrue();
    }

    [Fact]
    public void What_is_cut_back_is_not_sent()
    {
        var output = new OutputBuffer();
        output.Write("kept"u8);
        output.Write("half a reply"u8);
        output.CutBack(4);
        output.Pending.SequenceEqual("kept"u8).ShouldBeTrue();
        output.CutBack(0);
        output.Length.ShouldBe(0);
    }

    [Fact]
    public void Input_is_kept_until_it_is_consumed_however_it_arrives()
    {
        Prop.ForAll<byte[], byte, byte>((bytes, arriving, consuming) =>
        {
            var input = new InputBuffer();
            var consumed = new List<byte>();
            var rest = bytes.AsSpan();
            while (rest.Length > 0)
            {
                var count = Math.Min(rest.Length, arriving + 1);
                Receive(input, rest[..count]);
                rest = rest[count..];
                Consume(input, Math.Min(consuming, input.Unconsumed.Length), consumed);
            }

            Consume(input, input.Unconsumed.Length, consumed);
            return consumed.SequenceEqual(bytes);
        }).QuickCheckThrowOnFailure();
    }

    private static void Send(OutputBuffer output, int most, List<byte> sent)
    {
        var count = Math.Min(most, output.Length);
        sent.AddRange(output.Pending[..count]);
        output.Sent(count);
    }

    private static void Receive(InputBuffer input, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var space = input.Space();
            var count = Math.Min(space.Length, bytes.Length);
            bytes[..count].CopyTo(space);
            input.Received(count);
            bytes = bytes[count..];
        }
    }

    private static void Consume(InputBuffer input, int count, List<byte> consumed)
    {
        consumed.AddRange(input.Unconsumed[..count]);
        input.Consume(count);
    }
}
