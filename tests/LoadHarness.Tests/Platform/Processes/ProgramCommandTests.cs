using LoadHarness.Platform.Processes;

namespace LoadHarness.Tests.Platform.Processes;

public sealed class ProgramCommandTests
{
    private const string Runtime = "/net/shared/Microsoft.NETCore.App/10.0.0/";

    [Fact]
    public void An_executable_of_its_own_is_started_directly() =>
        ProgramCommand.Of("/app/loadharness.dll", "/app/loadharness", Runtime).ShouldBe(["/app/loadharness"]);

    [Fact]
    public void One_bundled_file_is_started_directly() =>
        ProgramCommand.Of("", "/app/other", Runtime).ShouldBe(["/app/other"]);

    [Fact]
    public void Under_dotnet_the_assembly_follows() =>
        ProgramCommand.Of("/app/loadharness.dll", "/net/dotnet", Runtime)
            .ShouldBe(["/net/dotnet", "/app/loadharness.dll"]);

    [Fact]
    public void In_a_foreign_process_the_running_runtime_is_used()
    {
        var command = ProgramCommand.Of("/app/loadharness.dll", "/sdk/testhost", Runtime);

        Path.GetFileNameWithoutExtension(command[0]).ShouldBe("dotnet");
        Path.GetDirectoryName(command[0]).ShouldBe(Path.GetFullPath("/net"));
        command[1].ShouldBe("/app/loadharness.dll");
    }
}
