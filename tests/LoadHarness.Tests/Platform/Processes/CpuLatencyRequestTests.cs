using LoadHarness.Platform.Processes;

namespace LoadHarness.Tests.Platform.Processes;

public sealed class CpuLatencyRequestTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("loadharness-").FullName;
    private readonly string _device;
    private readonly string _driver;

    public CpuLatencyRequestTests()
    {
        (_device, _driver) = (Path.Combine(_folder, "device"), Path.Combine(_folder, "driver"));
        File.WriteAllText(_device, "");
        File.WriteAllText(_driver, "haltpoll\n");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_request_is_no_delay_in_32_bits_and_is_held_until_the_end()
    {
        if (!OperatingSystem.IsLinux()) return;
        var request = CpuLatencyRequest.Open(_device, _driver, out var refusal).ShouldNotBeNull();
        refusal.ShouldBeEmpty();
        File.ReadAllBytes(_device).ShouldBe([0, 0, 0, 0]);
        IsHeld().ShouldBeTrue();

        request.Dispose();

        IsHeld().ShouldBeFalse();
    }

    [Fact]
    public void A_kernel_that_would_not_heed_it_is_not_asked()
    {
        if (!OperatingSystem.IsLinux()) return;
        File.WriteAllText(_driver, "none\n");

        CpuLatencyRequest.Open(_device, _driver, out var refusal).ShouldBeNull();

        refusal.ShouldContain("no driver for idle CPUs");
        File.ReadAllBytes(_device).ShouldBeEmpty();
    }

    [Fact]
    public void Where_the_device_is_not_there_the_refusal_names_it()
    {
        if (!OperatingSystem.IsLinux()) return;
        var absent = Path.Combine(_folder, "absent");

        CpuLatencyRequest.Open(absent, _driver, out var refusal).ShouldBeNull();

        refusal.ShouldContain($"{absent} is not there");
    }

    [Fact]
    public void What_may_not_be_written_is_refused_with_what_it_takes()
    {
        if (!OperatingSystem.IsLinux()) return;

        // A folder cannot be opened for writing, whoever asks.
        CpuLatencyRequest.Open(_folder, _driver, out var refusal).ShouldBeNull();

        refusal.ShouldContain("the right to write it");
    }

    private bool IsHeld() => Directory.EnumerateFileSystemEntries("/proc/self/fd")
        .Any(entry => string.Equals(new FileInfo(entry).LinkTarget, _device, StringComparison.Ordinal));
}
