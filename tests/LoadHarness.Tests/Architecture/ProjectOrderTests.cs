using System.Xml.Linq;

namespace LoadHarness.Tests.Architecture;

/// <summary>Projects stand in one order, and each uses only what the design lets it use.</summary>
public sealed class ProjectOrderTests
{
    /// <summary>The table of the design, in its order: a project and what it may use.</summary>
    private static readonly (string Project, string[] MayUse)[] _order =
    [
        ("Contracts", []),
        ("Platform", ["Contracts"]),
        ("Workloads", ["Contracts", "Platform"]),
        ("Servers", ["Contracts", "Platform"]),
        ("Discovery", ["Contracts", "Platform"]),
        ("Engine", ["Contracts", "Platform"]),
        ("Clients", ["Contracts", "Platform", "Workloads", "Discovery", "Engine"]),
        ("Results", ["Contracts"]),
        ("Analysis", ["Contracts", "Results"]),
        ("Experiments",
        [
            "Contracts", "Platform", "Workloads", "Servers", "Discovery", "Engine", "Clients", "Results", "Analysis",
        ]),
        ("Report", ["Contracts", "Results", "Analysis"]),
        ("Cli",
        [
            "Contracts", "Platform", "Workloads", "Servers", "Discovery", "Engine", "Clients", "Results", "Analysis",
            "Experiments", "Report",
        ]),
        ("Benchmarks",
        [
            "Contracts", "Platform", "Workloads", "Servers", "Discovery", "Engine", "Clients", "Results", "Analysis",
            "Experiments",
        ]),
    ];

    [Fact]
    public void The_table_names_every_project_and_no_other() =>
        ProjectFiles().Select(NameOf).Order(StringComparer.Ordinal)
            .ShouldBe(_order.Select(row => row.Project).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_project_uses_only_projects_that_stand_before_it()
    {
        for (var row = 0; row < _order.Length; row++)
            _order[row].MayUse.Except(_order[..row].Select(before => before.Project), StringComparer.Ordinal)
                .ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_refers_only_to_what_it_may_use()
    {
        foreach (var file in ProjectFiles())
        {
            var mayUse =
                _order.Single(row => string.Equals(row.Project, NameOf(file), StringComparison.Ordinal)).MayUse;
            ReferencesOf(file).Except(mayUse, StringComparer.Ordinal).ShouldBeEmpty(file);
        }
    }

    [Fact]
    public void Files_name_only_namespaces_of_projects_that_theirs_may_use()
    {
        foreach (var file in Repository.Sources)
        {
            var own = file.Project["LoadHarness.".Length..];
            var mayUse = _order.Single(row => string.Equals(row.Project, own, StringComparison.Ordinal)).MayUse;
            UsedProjects(file).Except(mayUse.Append(own), StringComparer.Ordinal).ShouldBeEmpty(file.Path);
        }
    }

    [Fact]
    public void Workloads_use_the_platform_for_files_only() =>
        Repository.Sources.Where(file => string.Equals(file.Project, "LoadHarness.Workloads", StringComparison.Ordinal))
            .SelectMany(file => file.Root.Usings.Select(used => used.Name!.ToString()))
            .Where(used => used.StartsWith("LoadHarness.Platform", StringComparison.Ordinal))
            .ShouldAllBe(used => used.StartsWith("LoadHarness.Platform.Files", StringComparison.Ordinal));

    [Fact]
    public void Only_test_projects_refer_to_test_packages() =>
        ProjectFiles().SelectMany(file => XDocument.Load(file).Descendants("PackageReference"))
            .Select(reference => reference.Attribute("Include")!.Value)
            .Where(package => package.StartsWith("xunit", StringComparison.Ordinal)
                || package is "Shouldly" or "FsCheck" or "NSubstitute")
            .ShouldBeEmpty();

    private static IEnumerable<string> ProjectFiles() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories);

    private static string NameOf(string projectFile) =>
        Path.GetFileNameWithoutExtension(projectFile)["LoadHarness.".Length..];

    private static IEnumerable<string> ReferencesOf(string projectFile) =>
        XDocument.Load(projectFile).Descendants("ProjectReference")
            .Select(reference => NameOf(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    private static IEnumerable<string> UsedProjects(SourceFile file) =>
        file.Root.Usings.Select(used => used.Name?.ToString() ?? "")
            .Where(used => used.StartsWith("LoadHarness.", StringComparison.Ordinal))
            .Select(used => used.Split('.')[1])
            .Distinct(StringComparer.Ordinal);
}
