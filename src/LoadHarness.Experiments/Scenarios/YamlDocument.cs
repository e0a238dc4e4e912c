using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace LoadHarness.Experiments.Scenarios;

/// <summary>Reads YAML files that are one mapping.</summary>
internal static class YamlDocument
{
    /// <summary>The mapping.</summary>
    /// <param name="file">Name of the file, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <param name="example">Where to find an example, for messages.</param>
    /// <param name="problems">Receives a line when there is none.</param>
    public static YamlSection? Root(string file, string text, string example, ICollection<string> problems)
    {
        var yaml = new YamlStream();
        try
        {
            if (YamlShape.ProblemIn(text, out var line) is { } problem)
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"{file}:{line}: {problem}"));
                return null;
            }

            yaml.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture, $"{file}:{e.Start.Line}: not valid YAML: {e.Message}"));
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // The library's own mistakes, on texts that nobody would write.
            problems.Add($"{file}:1: not valid YAML: {e.Message}");
            return null;
        }

        if (yaml.Documents is [{ RootNode: YamlMappingNode mapping }])
            return new YamlSection(file, "", mapping, problems);
        problems.Add($"{file}:1: one document with keys and values is wanted; {example}");
        return null;
    }
}
