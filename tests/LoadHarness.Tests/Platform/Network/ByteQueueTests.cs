using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Platform.Network.Buffers;

namespace LoadHarness.Tests.Platform.Network;

public sealed class ByteQueueTests
{
    [Fact]
    public void It_behaves_as_a_list_of_bytes_whatever_is_appended_and_consumed() =>
        Prop.ForAll<(byte[] Bytes, int Consume)[]>(steps =>
        {
            var pool = new BufferPool();
            var queue = default(ByteQueue);
            var expected = new List<byte>();
            foreach (var (bytes, consume) in steps)
            {
                var many = Enumerable.Repeat(bytes ?? [], 300).SelectMany(b => b).ToArray();
                queue.Append(many, pool);
                expected.AddRange(many);
                var count = expected.Count == 0 ? 0 : (int)((uint)consume * 397 % (uint)(expected.Count + 1));
                queue.Consume(count, pool);
                expected.RemoveRange(0, count);
                if (!queue.Bytes.SequenceEqual(expected.ToArray())) return false;
            }

            return true;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, 3)]
    [InlineData(2, 0)]
    [InlineData(5000, 7000)]
    public void What_is_put_before_the_waiting_bytes_comes_first(int waiting, int first)
    {
        var pool = new BufferPool();
        var queue = default(ByteQueue);
        queue.Append(Enumerable.Repeat((byte)2, waiting).ToArray(), pool);
        queue.Prepend(Enumerable.Repeat((byte)1, first).ToArray(), pool);
        queue.Bytes.ToArray().ShouldBe([.. Enumerable.Repeat((byte)1, first), .. Enumerable.Repeat((byte)2, waiting)]);
    }

    [Fact]
    public void An_array_in_use_is_never_in_the_pool()
    {
        var pool = new BufferPool();
        var queue = default(ByteQueue);
        queue.Append(new byte[4000], pool);
        queue.Consume(3900, pool);
        queue.Append(new byte[300], pool);
        queue.Length.ShouldBe(400);
        pool.Rent(4000).AsSpan().Overlaps(queue.Bytes).ShouldBeFalse();
    }

    [Fact]
    public void An_emptied_queue_gives_its_array_back()
    {
        var pool = new BufferPool();
        var queue = default(ByteQueue);
        queue.Append(new byte[5000], pool);
        var array = queue.Bytes;
        queue.Consume(5000, pool);
        pool.Rent(5000).AsSpan(0, 1).Overlaps(array).ShouldBeTrue();
    }
}
