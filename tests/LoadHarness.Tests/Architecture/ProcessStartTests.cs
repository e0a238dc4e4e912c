using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LoadHarness.Tests.Architecture;

/// <summary>
/// The program starts other programs in few places, all through one launcher. Whoever adds one has to add it to
/// <c>loadharness check</c> when a run can get there.
/// </summary>
public sealed class ProcessStartTests
{
    private const string Launcher = "src/LoadHarness.Platform/Processes/ProcessLauncher.cs";

    /// <summary>Who launches, and what shows it before.</summary>
    private static readonly string[] _launching =
    [
        "src/LoadHarness.Cli/Serving/WorkerStarter.cs", // A line of the check with --worker.
        "src/LoadHarness.Clients/Work/WorkerPool.cs", // Commands for clients, which no scenario runs.
        "src/LoadHarness.Experiments/ClientProcesses/TestPerfStarter.cs", // A line of the check.
        "src/LoadHarness.Experiments/Suts/CommandSutStarter.cs", // A line of the check.
        "src/LoadHarness.Experiments/Suts/ServeSutStarter.cs", // A line of the check, for the null server, too.
    ];

    private static IEnumerable<SourceFile> Product => Repository.Sources.Where(
        file => !string.Equals(file.Project, "LoadHarness.Benchmarks", StringComparison.Ordinal));

    [Fact]
    public void One_launcher_starts_all_processes() =>
        Product.Where(file => Makes(file, "ProcessStartInfo") || Calls(file, "Process.Start")).Select(file => file.Path)
            .ShouldBe([Launcher]);

    [Fact]
    public void Only_the_command_exec_becomes_another_program() =>
        Product.Where(file => Calls(file, "ProcessReplacement.Become")).Select(file => file.Path)
            .ShouldBe(["src/LoadHarness.Cli/Processes/ExecCommand.cs"]);

    [Fact]
    public void What_is_launched_where_is_known() =>
        Product.Where(file => Makes(file, "LaunchRequest")).Select(file => file.Path).Order(StringComparer.Ordinal)
            .ShouldBe(_launching);

    private static bool Makes(SourceFile file, string type) =>
        file.Root.DescendantNodes().OfType<ObjectCreationExpressionSyntax>()
            .Any(made => string.Equals(made.Type.ToString(), type, StringComparison.Ordinal));

    private static bool Calls(SourceFile file, string method) =>
        file.Root.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Any(call => string.Equals(call.Expression.ToString(), method, StringComparison.Ordinal));
}
