using System.Text;
using LoadHarness.Contracts.Serving;
using LoadHarness.Platform.Files;

namespace LoadHarness.Tests.Platform.Files;

public sealed class SystemFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("loadharness-files-").FullName;
    private readonly SystemFiles _files = SystemFiles.Instance;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_written_at_positions_is_read_back()
    {
        using var file = _files.Create(In("a"));
        file.WriteAt(0, "hello world"u8);
        file.WriteAt(6, "there"u8);
        file.Sync();
        var buffer = new byte[20];
        Encoding.ASCII.GetString(buffer, 0, file.ReadAt(0, buffer)).ShouldBe("hello there");
        file.ReadAt(11, buffer).ShouldBe(0);
        file.SetLength(5);
        file.Length.ShouldBe(5);
    }

    [Fact]
    public void Creating_empties_a_file_and_opening_keeps_it()
    {
        using (var file = _files.Create(In("a"))) file.WriteAt(0, "abc"u8);
        using (var file = _files.Open(In("a"))) file.Length.ShouldBe(3);
        using (var file = _files.Create(In("a"))) file.Length.ShouldBe(0);
    }

    [Fact]
    public void A_rename_replaces_and_its_folder_can_be_synced()
    {
        using (var file = _files.Create(In("new"))) file.WriteAt(0, "new"u8);
        using (var file = _files.Create(In("old"))) file.WriteAt(0, "older"u8);
        _files.Rename(In("new"), In("old"));
        _files.SyncFolder(_folder);
        _files.Exists(In("new")).ShouldBeFalse();
        File.ReadAllText(In("old")).ShouldBe("new");
    }

    [Fact]
    public void A_lock_is_held_by_one_at_a_time()
    {
        using (_files.TryLock(In("lock")).ShouldNotBeNull()) _files.TryLock(In("lock")).ShouldBeNull();
        using var again = _files.TryLock(In("lock")).ShouldNotBeNull();
    }

    [Fact]
    public void A_missing_file_is_one_clear_line() =>
        Should.Throw<DurabilityException>(() => _files.Open(In("none"))).Message
            .ShouldBe($"cannot open {In("none")}: no such file or folder");

    [Fact]
    public void A_missing_folder_cannot_be_synced()
    {
        if (OperatingSystem.IsWindows()) return;
        Should.Throw<DurabilityException>(() => _files.SyncFolder(In("none"))).Message.ShouldStartWith(
            $"cannot sync the folder {In("none")}: ");
    }

    [Fact]
    public void A_file_in_the_way_of_a_folder_is_one_clear_line()
    {
        _files.Create(In("a")).Dispose();
        Should.Throw<DurabilityException>(() => _files.CreateFolder(In("a"))).Message.ShouldStartWith(
            $"cannot make the folder {In("a")}: ");
    }

    [Fact]
    public void A_full_disk_is_named_as_such()
    {
        if (!File.Exists("/dev/full")) return;
        using var file = _files.Open("/dev/full");
        Should.Throw<DurabilityException>(() => file.WriteAt(0, "x"u8)).Message.ShouldBe(
            "cannot write /dev/full: the disk is full");
    }

    private string In(string name) => Path.Combine(_folder, name);
}
