using LoadHarness.Experiments.Scenarios;
using LoadHarness.Workloads.HashTable.Dialects;

namespace LoadHarness.Experiments.Dialects;

/// <summary>Reads dialect files. Their form is in <c>scenarios/dialects/dialect.schema.json</c>.</summary>
internal static class DialectFile
{
    private const string Requests = "requests";
    private const string Replies = "replies";
    private const string Failures = "failures";
    private const string Example = "scenarios/dialects/newline.yaml is an example";

    /// <summary>Reads a text.</summary>
    /// <param name="file">Name of the file, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <param name="problems">Receives one line per problem: file, line, key, what is wrong and what would be
    /// right.</param>
    /// <returns>Null when there is a problem.</returns>
    public static Dialect? Parse(string file, string text, ICollection<string> problems)
    {
        var before = problems.Count;
        if (YamlDocument.Root(file, text, Example, problems) is not { } root) return null;
        root.Text("summary", isRequired: true);
        var sections = new Dictionary<string, YamlSection?>(StringComparer.Ordinal);
        var content = new DialectText
        {
            Name = Path.GetFileNameWithoutExtension(file),
            Framing = root.Word("framing", DialectText.Framings, isRequired: true) ?? DialectText.Framings[0],
            Match = root.Word("match", DialectText.Matches) ?? DialectText.SearchMatch,
            Requests = Texts(Requests, DialectText.RequestKeys),
            Replies = Texts(Replies, DialectText.ReplyKeys),
            Failures = Texts(Failures, DialectText.FailureKeys),
            CloseAfter = root.Words("close_after", DialectText.ClosingFailures),
        };
        root.Finish();
        // A section that is missing is one problem, not one for each of its keys.
        var dialect = Dialect.Create(content, (section, key, problem) => sections[section]?.Complain(key, problem));
        return problems.Count > before ? null : dialect;

        Dictionary<string, string> Texts(string name, IReadOnlyList<string> keys)
        {
            var texts = new Dictionary<string, string>(StringComparer.Ordinal);
            if ((sections[name] = root.Section(name, isRequired: true)) is not { } section) return texts;
            foreach (var key in keys)
            {
                if (section.Text(key) is { } template) texts[key] = template;
            }

            section.Finish();
            return texts;
        }
    }
}
