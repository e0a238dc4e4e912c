namespace LoadHarness.Tests.Architecture;

/// <summary>Each rule finds what breaks it and leaves alone what comes close.</summary>
public sealed class StyleRuleTests
{
    private static readonly Dictionary<string, Func<SourceFile, IEnumerable<string>>> _rules =
        new(StringComparer.Ordinal)
        {
            ["type"] = StyleRules.OneTopLevelType,
            ["name"] = StyleRules.NamedAfterItsType,
            ["file"] = StyleRules.FileLength,
            ["line"] = StyleRules.LineLength,
            ["method"] = StyleRules.MethodLength,
            ["namespace"] = StyleRules.NamespaceMatchesFolder,
            ["console"] = StyleRules.NoConsole,
            ["clock"] = StyleRules.NoClocksAndSleeps,
            ["unfinished"] = StyleRules.NothingUnfinished,
            ["path"] = StyleRules.NoMachinePaths,
            ["suppression"] = StyleRules.NoSuppressedWarnings,
        };

    [Theory]
    [InlineData("type", "class A; class B;")]
    [InlineData("type", "namespace N; class A { } enum B { }")]
    [InlineData("type", "class A(int x) : C(x) { int[] y = [x]; } delegate void B();")]
    [InlineData("name", "namespace N; class Other;")]
    [InlineData("name", "record struct Other(int X);")]
    [InlineData("namespace", "namespace LoadHarness.Part.Place; class A;")]
    [InlineData("namespace", "namespace LoadHarness.Part { class A; }")]
    [InlineData("console", "class A { void M() => Console.WriteLine(); }")]
    [InlineData("console", "class A { object M() => System.Console.Out; }")]
    [InlineData("clock", "class A { object M() => DateTime.UtcNow; }")]
    [InlineData("clock", "class A { void M() => System.Threading.Thread.Sleep(1); }")]
    [InlineData("clock", "class A { object M() => DateTimeOffset.Now.Ticks; }")]
    [InlineData("unfinished", "// TO" + "DO: later")]
    [InlineData("unfinished", "throw new NotImplemented" + "Exception();")]
    [InlineData("path", "var x = \"/tm" + "p/y\";")]
    [InlineData("path", "// see /ho" + "me/someone")]
    [InlineData("suppression", "#pragma warning disable CA1000")]
    [InlineData("suppression", "[SuppressMessage(\"a\", \"b\")] class A;")]
    public void What_breaks_a_rule_is_found(string rule, string text) =>
        Problems(rule, text).Length.ShouldBe(1);

    [Theory]
    [InlineData("type", "namespace N; class A { class B { enum C { } } }")]
    [InlineData("type", "using System; return 0;")]
    [InlineData("name", "class Sample<T>(T x) : Base(x);")]
    [InlineData("namespace", "namespace LoadHarness.Part.Folder; class A;")]
    [InlineData("console", "using Spectre.Console; class A { void M() => AnsiConsole.Clear(); } // Console.Out")]
    [InlineData("clock", "class A { object M() => time.GetUtcNow(); string s = \"DateTime.Now\"; }")]
    [InlineData("unfinished", "// todos are written elsewhere")]
    [InlineData("path", "// request/tmp/x and ./tmp/x")]
    [InlineData("suppression", "#pragma warning restore CA1000")]
    public void What_comes_close_is_left_alone(string rule, string text) =>
        Problems(rule, text).ShouldBeEmpty();

    [Fact]
    public void Lengths_are_counted_exactly()
    {
        Problems("file", string.Concat(Enumerable.Repeat("\n", 399)) + "x\n").ShouldBeEmpty();
        Problems("file", string.Concat(Enumerable.Repeat("\n", 400)) + "x\n").Length.ShouldBe(1);
        Problems("line", new string('x', 120)).ShouldBeEmpty();
        Problems("line", new string('x', 121)).Length.ShouldBe(1);
        Problems("method", MethodOf(60)).ShouldBeEmpty();
        Problems("method", MethodOf(61)).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("Sample.Sending.cs", "partial class Sample;")]
    [InlineData("Sample{T}.cs", "class Sample<T>;")]
    public void Parts_of_a_type_and_generic_types_may_have_longer_file_names(string name, string text) =>
        StyleRules.NamedAfterItsType(new SourceFile("src/LoadHarness.Part/Folder/" + name, text)).ShouldBeEmpty();

    private static string MethodOf(int lines) =>
        "class A\n{\n    /// <summary>Not counted.</summary>\n    void M()\n    {\n" + new string('\n', lines - 3)
        + "    }\n}\n";

    private static string[] Problems(string rule, string text) =>
        _rules[rule](new SourceFile("src/LoadHarness.Part/Folder/Sample.cs", text)).ToArray();
}
