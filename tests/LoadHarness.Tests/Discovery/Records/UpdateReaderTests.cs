using System.Text;
using LoadHarness.Discovery.Records;

namespace LoadHarness.Tests.Discovery.Records;

public class UpdateReaderTests
{
    [Theory]
    [InlineData("""{"port":1}""")]
    [InlineData("{\"port\":\r\n1}\r\n")]
    [InlineData("""{"port":1,}""")]
    [InlineData("""{"port":1} and what follows, é too""")]
    [InlineData("  \n{\"port\":1}")]
    [InlineData("\uFEFF{\"port\":1}")]
    public void An_object_is_read_with_the_originals_tolerance(string text)
    {
        Read(text, out var problem).ShouldBe("""{"port":1}""", problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("""{"port":""")]
    [InlineData("""{"port":1""")]
    [InlineData("{'port':1}")]
    [InlineData("{port:1}")]
    [InlineData("""{"port":True}""")]
    [InlineData("""{"port":NaN}""")]
    [InlineData("""{"port":80+1}""")]
    [InlineData("type hashtable\nport 1\n")]
    public void Anything_else_is_refused_as_no_object(string text)
    {
        Read(text, out var problem).ShouldBeNull();
        problem.ShouldBe("not a JSON object");
    }

    [Theory]
    [InlineData("""{"owner":"é"}""")]
    [InlineData("""{"owner":"\u00e9"}""")]
    [InlineData("""{"owner":"\ud83d\ude00"}""")]
    [InlineData("""{"owner":"\ud800"}""")]
    [InlineData("""{"owner":"\u0000"}""")]
    [InlineData("""{"é":1}""")]
    [InlineData("""{"a":"\\\u0080"}""")]
    public void What_is_not_ascii_is_refused_raw_or_escaped(string text)
    {
        Read(text, out var problem).ShouldBeNull();
        problem.ShouldBe("not ASCII");
    }

    [Theory]
    [InlineData("""{"owner":"\u0041\u007f\u0001"}""")]
    [InlineData("""{"owner":"C:\\u00e9"}""")]
    [InlineData("""{"owner":"ends with \\"}""")]
    public void Escapes_of_ascii_and_escaped_backslashes_are_read(string text)
    {
        Read(text, out var problem).ShouldBe(text, problem);
    }

    [Fact]
    public void The_compressed_form_is_read_like_the_plain_one()
    {
        var compressed = CompressedUpdate.Write("""{"port":1}"""u8);
        compressed[0].ShouldBe((byte)0x1a);
        compressed[1].ShouldBe((byte)0x78); // zlib, not gzip or raw deflate
        Read(compressed, CatalogLimits.Default, out _).ShouldBe("""{"port":1}""");
    }

    [Fact]
    public void A_mark_without_zlib_behind_it_is_refused()
    {
        Read([0x1a, .. """{"port":1}"""u8], CatalogLimits.Default, out var problem).ShouldBeNull();
        problem.ShouldContain("not zlib");
    }

    [Fact]
    public void Little_that_expands_to_too_much_is_refused()
    {
        var bomb = CompressedUpdate.Write(Encoding.ASCII.GetBytes($$"""{"a":"{{new string('x', 5_000_000)}}"}"""));
        bomb.Length.ShouldBeLessThan(10_000);
        Read(bomb, CatalogLimits.Default, out var problem).ShouldBeNull();
        problem.ShouldContain("1048576 bytes");
    }

    [Fact]
    public void Too_long_and_too_deep_updates_are_refused()
    {
        Read("""{"port":1}"""u8.ToArray(), new CatalogLimits { MaxUpdateBytes = 9 }, out var problem).ShouldBeNull();
        problem.ShouldBe("longer than 9 bytes");
        Read("""{"a":[[[1]]]}"""u8.ToArray(), new CatalogLimits { MaxDepth = 4 }, out _).ShouldNotBeNull();
        Read("""{"a":[[[1]]]}"""u8.ToArray(), new CatalogLimits { MaxDepth = 3 }, out _).ShouldBeNull();
    }

    private static string? Read(string text, out string problem) =>
        Read(Encoding.UTF8.GetBytes(text), CatalogLimits.Default, out problem);

    private static string? Read(byte[] data, CatalogLimits limits, out string problem) =>
        UpdateReader.TryRead(data, limits, out var update, out problem)
            ? update.GetRawText()
                .Replace("\r\n", "", StringComparison.Ordinal)
                .Replace(",}", "}", StringComparison.Ordinal)
            : null;
}
