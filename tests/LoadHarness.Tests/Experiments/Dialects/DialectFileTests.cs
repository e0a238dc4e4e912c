using LoadHarness.Experiments.Dialects;
using LoadHarness.Tests.Architecture;

namespace LoadHarness.Tests.Experiments.Dialects;

public class DialectFileTests
{
    private static readonly string[] _problemPlaces =
    [
        "2: framing", "3: colour", "6: requests.insert", "7: requests.lookup", "8: requests.remove",
        "6: requests.size", "11: requests.sise", "14: replies.lookup", "15: replies.remove", "16: replies.scan",
        "17: replies.query", "20: failures.missing", "20: failures.method", "20: failures.request",
        "20: failures.regex", "20: failures.json", "22: close_after",
    ];

    [Fact]
    public void The_program_knows_the_files_of_the_folder_and_all_are_right()
    {
        var folder = Path.Combine(Repository.Root, "scenarios", "dialects");
        var names = Directory.GetFiles(folder, "*.yaml").Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal);
        DialectFiles.Default.Names.ShouldBe(names);
        foreach (var name in DialectFiles.Default.Names)
        {
            var problems = new List<string>();
            DialectFiles.Default.Find(name, problems)!.Name.ShouldBe(name);
            DialectFiles.Default.Find(Path.Combine(folder, name + ".yaml"), problems)!.Name.ShouldBe(name);
            problems.ShouldBeEmpty();
        }
    }

    [Fact]
    public void All_problems_are_told_at_once_with_file_line_and_what_would_be_right()
    {
        const string Text = """
            summary: wrong in many ways
            framing: newlin
            colour: red
            match: whole
            requests:
              insert: '{"method":"insert","key":$key}'
              lookup: '{"method":"lookup","key":$keys}'
              remove: '{"method":"remove","key":$key'
              scan: '{"method":"scan","regex":$regex}'
              query: '{"method":"query","subkey":$subkey,"subvalue":$subvalue}'
              sise: '{"method":"size"}'
            replies:
              insert: '{"status":"OK"}'
              lookup: '{"status":"OK"}'
              remove: '["OK"]'
              scan: '{"status":"OK","result?":$pairs}'
              query: '{"status":"OK","result":"é $pairs"}'
              size: '{"status":"OK","result":$size}'
            failures:
              missing: '{"status":"$value"}'
              failed: '{"status":"bad"}'
            close_after: [json, missing]
            """;
        var problems = new List<string>();
        DialectFile.Parse("mine.yaml", Text, problems).ShouldBeNull();
        problems.Select(problem => string.Join(':', problem.Split(':')[1..3])).Order(StringComparer.Ordinal).ShouldBe(
            _problemPlaces.Order(StringComparer.Ordinal));
        problems.ShouldAllBe(problem => problem.StartsWith("mine.yaml:", StringComparison.Ordinal));
        problems.ShouldContain(
            "mine.yaml:2: framing: 'newlin' is unknown; did you mean 'newline'?", StringComparer.Ordinal);
        problems.ShouldContain("mine.yaml:6: requests.insert: $value is missing", StringComparer.Ordinal);
        problems.ShouldContain("mine.yaml:7: requests.lookup: $keys: here may be $key", StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("- a", "mine.yaml:1: one document with keys")]
    [InlineData("a: [", "mine.yaml:2: not valid YAML")]
    public void What_is_no_mapping_is_one_problem(string text, string problem)
    {
        var problems = new List<string>();
        DialectFile.Parse("mine.yaml", text, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().ShouldStartWith(problem);
    }

    [Fact]
    public void Methods_must_be_told_apart()
    {
        var folder = Path.Combine(Repository.Root, "scenarios", "dialects");
        var text = File.ReadAllText(Path.Combine(folder, "newline.yaml"))
            .Replace("\"method\":\"scan\"", "\"method\":\"lookup\"", StringComparison.Ordinal);
        var problems = new List<string>();
        DialectFile.Parse("mine.yaml", text, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().ShouldContain("requests.scan: 'lookup' is the name of another method already");
    }

    [Theory]
    [InlineData("newlin", "'newlin' is unknown; did you mean 'newline'? Or name a file *.yaml")]
    [InlineData("/nowhere/mine.yaml", "/nowhere/mine.yaml: cannot be read")]
    public void A_name_or_file_that_is_not_there_is_said(string name, string problem)
    {
        var problems = new List<string>();
        DialectFiles.Default.Find(name, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().ShouldStartWith(problem);
    }
}
