using LoadHarness.Torture.Fuzzing;

namespace LoadHarness.Tests.Architecture;

/// <summary>
/// No parser is added without being fuzzed: a fuzz target names it, or another target leads to it, or it is said here
/// why it needs none.
/// </summary>
public sealed class ParserTests
{
    /// <summary>Parsers that are reached through another one, and the target that does so.</summary>
    private static readonly Dictionary<string, string> _reached = new(StringComparer.Ordinal)
    {
        ["AnswerReader"] = "client/raw-until",
        ["Base64Text"] = "catalog/request",
        ["ChoiceNames"] = "result/levels",
        ["CommandReader"] = "server/resp",
        ["ContendedReplies"] = "client/hashtable-newline-contended",
        ["FileHeader"] = "file/checkpoint",
        ["HeadFields"] = "client/http-get",
        ["HistoryRules"] = "file/scenario",
        ["LengthLine"] = "client/resp-get",
        ["LineReader"] = "file/log",
        ["ListedRecord"] = "catalog/listing",
        ["LogRecord"] = "file/log",
        ["NumberListParser"] = "client/number-list-1",
        ["NumberListReader"] = "client/number-list-1",
        ["NumberReading"] = "server/mean",
        ["PngChunk"] = "file/png",
        ["PngColours"] = "file/png",
        ["PngHeader"] = "file/png",
        ["PythonFloat"] = "server/mean",
        ["ReplyReader"] = "client/resp-get",
        ["RequestReader"] = "server/hashtable-newline",
        ["ResponseReader"] = "client/http-get",
        ["StageNames"] = "file/scenario",
        ["TemplateParser"] = "file/dialect",
    };

    /// <summary>Parsers without a target, and why.</summary>
    private static readonly Dictionary<string, string> _excused = new(StringComparer.Ordinal)
    {
        ["GifPart"] = "a task that this program gives its own child through a pipe that nobody else has",
        ["PictureSize"] = "what this program's own child answers through the same pipe",
        ["ProcText"] = "takes a path; the texts that it reads have parsers of their own",
        ["RunReader"] = "takes a folder and leaves its files to CsvTableReader, LevelHistograms and ManifestFile",
        ["StoredAnalysis"] = "takes a folder and leaves all reading to RunReader",
    };

    [Fact]
    public void Every_parser_is_fuzzed_or_it_is_said_why_not() =>
        Parsers.InSources.Where(parser => !Parsers.NamedByTargets.Contains(parser))
            .Except(_reached.Keys, StringComparer.Ordinal).Except(_excused.Keys, StringComparer.Ordinal)
            .ShouldBeEmpty();

    [Fact]
    public void What_leads_to_a_parser_is_a_target()
    {
        var targets = FuzzTargets.All().Select(target => target.Name).ToHashSet(StringComparer.Ordinal);
        _reached.Values.Where(target => !targets.Contains(target)).ShouldBeEmpty();
    }

    [Fact]
    public void The_lists_name_parsers_only() =>
        _reached.Keys.Concat(_excused.Keys).Except(Parsers.InSources, StringComparer.Ordinal).ShouldBeEmpty();
}
