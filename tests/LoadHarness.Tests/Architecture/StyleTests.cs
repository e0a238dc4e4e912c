namespace LoadHarness.Tests.Architecture;

/// <summary>The style as a test. What fails here is mended in the file named, not here.</summary>
public sealed class StyleTests
{
    [Fact]
    public void Every_file_has_one_top_level_type() => Expect(Repository.AllCode, StyleRules.OneTopLevelType);

    [Fact]
    public void Every_file_is_named_after_its_type() => Expect(Repository.AllCode, StyleRules.NamedAfterItsType);

    [Fact]
    public void No_file_has_more_than_400_lines() => Expect(Repository.AllCode, StyleRules.FileLength);

    [Fact]
    public void No_line_has_more_than_120_characters() => Expect(Repository.AllCode, StyleRules.LineLength);

    [Fact]
    public void No_method_has_more_than_60_lines() => Expect(Repository.AllCode, StyleRules.MethodLength);

    [Fact]
    public void Namespaces_match_folders() => Expect(Repository.AllCode, StyleRules.NamespaceMatchesFolder);

    [Fact]
    public void Only_the_command_line_program_uses_the_console() => Expect(Repository.Sources, StyleRules.NoConsole);

    [Fact]
    public void Nothing_sleeps_or_reads_the_wall_clock() => Expect(Repository.Sources, StyleRules.NoClocksAndSleeps);

    [Fact]
    public void Nothing_is_left_unfinished() => Expect(Repository.Sources, StyleRules.NothingUnfinished);

    [Fact]
    public void Nothing_names_a_path_of_one_machine() => Expect(Repository.Sources, StyleRules.NoMachinePaths);

    [Fact]
    public void No_warning_is_suppressed_in_the_code() => Expect(Repository.AllCode, StyleRules.NoSuppressedWarnings);

    [Fact]
    public void Half_of_the_files_have_at_most_80_lines()
    {
        var lengths = Repository.Sources.Select(file => file.Lines.Length).Order().ToArray();
        lengths[lengths.Length / 2].ShouldBeLessThanOrEqualTo(80);
    }

    private static void Expect(IEnumerable<SourceFile> files, Func<SourceFile, IEnumerable<string>> rule) =>
        string.Join('\n', files.SelectMany(rule)).ShouldBeEmpty();
}
