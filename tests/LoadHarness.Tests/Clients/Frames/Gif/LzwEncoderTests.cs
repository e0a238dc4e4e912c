using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Clients.Frames.Gif;

namespace LoadHarness.Tests.Clients.Frames.Gif;

public sealed class LzwEncoderTests
{
    private readonly LzwEncoder _encoder = new();

    [Fact]
    public void What_is_encoded_is_decoded_again()
    {
        // Few different indices make long sequences, many fill the table; both also beyond its size.
        var indices =
            from width in Gen.Choose(2, 8)
            from largest in Gen.Choose(0, (1 << width) - 1)
            from length in Gen.OneOf(Gen.Choose(1, 50), Gen.Choose(1, 2000), Gen.Choose(4000, 20_000))
            from seed in Gen.Choose(0, int.MaxValue)
            select (width, Indices(largest, length, seed));
        Prop.ForAll(indices.ToArbitrary(), given => RoundTrip(given.Item2, given.width)).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(8)]
    public void Every_length_around_the_growth_of_codes_is_decoded_again(int width)
    {
        var indices = Indices((1 << width) - 1, 5500, seed: width);
        for (var length = 1; length < 300; length++) RoundTrip(indices[..length], width);
        for (var length = 3600; length < 5500; length += 7) RoundTrip(indices[..length], width);
    }

    [Fact]
    public void One_index_repeated_is_decoded_again_and_becomes_small()
    {
        var packed = Encode(new byte[100_000], 2);
        LzwReading.Decode(packed, out var length).ShouldBe(new byte[100_000]);
        length.ShouldBe(packed.Length);
        packed.Length.ShouldBeLessThan(1000);
    }

    [Fact]
    public void The_result_does_not_depend_on_what_was_encoded_before()
    {
        var indices = Indices(99, 100, seed: 1);
        var fresh = new ArrayBufferWriter<byte>();
        new LzwEncoder().Encode(indices, 7, fresh);
        for (var i = 0; i < 5000; i++) // more often than the table can forget without being cleared
            Encode(indices, 7).ShouldBe(fresh.WrittenSpan.ToArray());
    }

    private static byte[] Indices(int largest, int length, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (byte)random.Next(largest + 1))];
    }

    private void RoundTrip(byte[] indices, int width)
    {
        var packed = Encode(indices, width);
        LzwReading.Decode(packed, out var length).ShouldBe(indices);
        length.ShouldBe(packed.Length);
    }

    private byte[] Encode(byte[] indices, int width)
    {
        var output = new ArrayBufferWriter<byte>();
        _encoder.Encode(indices, width, output);
        return output.WrittenSpan.ToArray();
    }
}
