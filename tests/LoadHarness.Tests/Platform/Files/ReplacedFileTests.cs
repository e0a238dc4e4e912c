using LoadHarness.Platform.Files;

namespace LoadHarness.Tests.Platform.Files;

public sealed class ReplacedFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("loadharness-replaced-").FullName;

    private string Name => Path.Combine(_folder, "a");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("longer than what comes")]
    public void Only_what_is_written_is_left(string? before)
    {
        if (before is not null) File.WriteAllText(Name, before);
        using (var file = new ReplacedFile(Name))
        {
            file.Write("hello "u8);
            file.Write("world"u8);
            file.Length.ShouldBe(11);
        }

        File.ReadAllText(Name).ShouldBe("hello world");
    }

    [Fact]
    public void Nothing_written_leaves_an_empty_file()
    {
        File.WriteAllText(Name, "before");
        new ReplacedFile(Name).Dispose();
        new FileInfo(Name).Length.ShouldBe(0);
    }
}
