using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Workloads.Image.Png;

namespace LoadHarness.Tests.Workloads.Image.Png;

public sealed class ChecksumTests
{
    [Fact]
    public void The_known_answer_of_CRC_32() => Crc32.Of("123456789"u8).ShouldBe(0xCBF43926);

    [Fact]
    public void CRC_32_is_that_of_its_definition() =>
        Prop.ForAll<byte[]>(bytes => Crc32.Of(bytes).ShouldBe(PngFiles.Crc(bytes))).QuickCheckThrowOnFailure();

    [Fact]
    public void The_known_answer_of_Adler_32() => Adler32.Add(Adler32.Start, "Wikipedia"u8).ShouldBe(0x11E60398u);

    [Fact]
    public void Adler_32_of_many_large_bytes_does_not_overflow_and_may_come_in_parts()
    {
        var bytes = new byte[200_000];
        Array.Fill(bytes, (byte)255);
        var (sum, sumOfSums) = (1L, 0L);
        foreach (var one in bytes) sumOfSums += sum += one;
        var expected = (uint)((sumOfSums % 65521 << 16) | (sum % 65521));
        Adler32.Add(Adler32.Start, bytes).ShouldBe(expected);
        Adler32.Add(Adler32.Add(Adler32.Start, bytes.AsSpan(0, 77_777)), bytes.AsSpan(77_777)).ShouldBe(expected);
    }
}
