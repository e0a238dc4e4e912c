using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace LoadHarness.Experiments.Scenarios;

/// <summary>
/// One mapping of a scenario file. Every key that is asked for is known; <see cref="Finish"/> reports the others.
/// Problems are collected
/// with file and line, so that all of them can be mended at once.
/// </summary>
internal sealed class YamlSection
{
    private readonly string _file;
    private readonly string _path;
    private readonly YamlMappingNode _node;
    private readonly ICollection<string> _problems;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Wraps a mapping.</summary>
    /// <param name="file">Name of the file, for messages.</param>
    /// <param name="path">Keys that lead here with dots between; empty at the top.</param>
    /// <param name="node">The mapping.</param>
    /// <param name="problems">Receives one line per problem.</param>
    public YamlSection(string file, string path, YamlMappingNode node, ICollection<string> problems) =>
        (_file, _path, _node, _problems) = (file, path, node, problems);

    /// <summary>Keys in the order of the file.</summary>
    public IEnumerable<string> Keys => _node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    /// <summary>A text; null when absent. Not a text: a problem, and null.</summary>
    public string? Text(string key, bool isRequired = false)
    {
        var node = Find(key, isRequired);
        if (node is null) return null;
        if (node is YamlScalarNode scalar) return scalar.Value ?? "";
        Complain(node, key, "a single value is wanted here");
        return null;
    }

    /// <summary>A list of texts, or one text as a list of one; empty when absent.</summary>
    public IReadOnlyList<string> Texts(string key) => [.. Items(key, false).Select(item => item.Value ?? "")];

    /// <summary>True when the key stands there.</summary>
    public bool Has(string key) => Find(key, false) is not null;

    /// <summary>True when the key stands there as one text.</summary>
    public bool HasOneText(string key) => Find(key, false) is YamlScalarNode;

    /// <summary>A number within a range; the default when absent.</summary>
    public double Number(string key, double fallback, double minimum, double maximum, bool isRequired = false)
    {
        if (Text(key, isRequired) is not { } text) return fallback;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= minimum
            && value <= maximum)
            return value;
        Complain(Find(key, false)!, key, string.Create(
            CultureInfo.InvariantCulture, $"'{text}' is not a number from {minimum} to {maximum}"));
        return fallback;
    }

    /// <summary>A whole number within a range; the default when absent.</summary>
    public int Whole(string key, int fallback, int minimum, int maximum)
    {
        if (Text(key) is not { } text) return fallback;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= minimum && value <= maximum)
        {
            return value;
        }

        Complain(Find(key, false)!, key, string.Create(
            CultureInfo.InvariantCulture, $"'{text}' is not a whole number from {minimum} to {maximum}"));
        return fallback;
    }

    /// <summary>true or false; the default when absent.</summary>
    public bool Switch(string key, bool fallback)
    {
        if (Text(key) is not { } text) return fallback;
        if (bool.TryParse(text, out var value)) return value;
        Complain(Find(key, false)!, key, $"'{text}' is not true or false");
        return fallback;
    }

    /// <summary>A list of words, each one of those allowed; empty when absent.</summary>
    public IReadOnlyList<string> Words(string key, IReadOnlyList<string> allowed, bool isRequired = false)
    {
        var words = new List<string>();
        foreach (var item in Items(key, isRequired))
        {
            if (allowed.Contains(item.Value, StringComparer.Ordinal)) words.Add(item.Value!);
            else Complain(item, key, $"'{item.Value}' is unknown; {Nearest.Hint(item.Value ?? "", allowed)}");
        }

        return words;
    }

    /// <summary>One word of those allowed; null when absent.</summary>
    public string? Word(string key, IReadOnlyList<string> allowed, bool isRequired = false) =>
        Words(key, allowed, isRequired) is [var word, ..] ? word : null;

    /// <summary>A list of whole numbers; empty when absent.</summary>
    public IReadOnlyList<int> Wholes(string key, int minimum, int maximum)
    {
        var numbers = new List<int>();
        foreach (var item in Items(key, false))
        {
            if (int.TryParse(item.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                && value >= minimum && value <= maximum)
            {
                numbers.Add(value);
            }
            else
            {
                Complain(item, key, string.Create(
                    CultureInfo.InvariantCulture, $"'{item.Value}' is not a whole number from {minimum} to {maximum}"));
            }
        }

        return numbers;
    }

    /// <summary>A list of numbers within a range; empty when absent.</summary>
    public IReadOnlyList<double> Numbers(string key, double minimum, double maximum)
    {
        var numbers = new List<double>();
        foreach (var item in Items(key, false))
        {
            if (double.TryParse(item.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                && value >= minimum && value <= maximum)
            {
                numbers.Add(value);
            }
            else
            {
                Complain(item, key, string.Create(
                    CultureInfo.InvariantCulture, $"'{item.Value}' is not a number from {minimum} to {maximum}"));
            }
        }

        return numbers;
    }

    /// <summary>A mapping inside; null when absent.</summary>
    public YamlSection? Section(string key, bool isRequired = false)
    {
        var node = Find(key, isRequired);
        if (node is null) return null;
        if (node is YamlMappingNode mapping) return new YamlSection(_file, Join(key), mapping, _problems);
        Complain(node, key, "keys with values, indented below it, are wanted here");
        return null;
    }

    /// <summary>A list of mappings; empty when absent.</summary>
    public IReadOnlyList<YamlSection> Sections(string key)
    {
        var node = Find(key, false);
        if (node is null) return [];
        if (node is YamlSequenceNode list && list.Children.All(child => child is YamlMappingNode))
        {
            return
            [
                .. list.Children.Cast<YamlMappingNode>().Select((mapping, i) => new YamlSection(
                    _file, string.Create(CultureInfo.InvariantCulture, $"{Join(key)}[{i}]"), mapping, _problems)),
            ];
        }

        Complain(node, key, "a list of keys with values is wanted here, each beginning with a dash");
        return [];
    }

    /// <summary>Reports keys that nobody asked for.</summary>
    public void Finish()
    {
        foreach (var key in _node.Children.Keys)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!_known.Contains(name)) Complain(key, name, $"unknown key; {Nearest.Hint(name, [.. _known])}");
        }
    }

    /// <summary>Reports a problem at a key, or at the section when the key is absent.</summary>
    public void Complain(string key, string message) => Complain(Find(key, false) ?? _node, key, message);

    private IEnumerable<YamlScalarNode> Items(string key, bool isRequired)
    {
        var node = Find(key, isRequired);
        if (node is null) return [];
        if (node is YamlScalarNode single) return [single];
        if (node is YamlSequenceNode list && list.Children.All(child => child is YamlScalarNode))
        {
            if (list.Children.Count == 0 && isRequired) Complain(node, key, "at least one is wanted");
            return list.Children.Cast<YamlScalarNode>();
        }

        Complain(node, key, "a list like [a, b] is wanted here");
        return [];
    }

    private YamlNode? Find(string key, bool isRequired)
    {
        _known.Add(key);
        if (_node.Children.TryGetValue(new YamlScalarNode(key), out var node)) return node;
        if (isRequired) Complain(_node, key, "is missing");
        return null;
    }

    private void Complain(YamlNode node, string key, string message) =>
        _problems.Add(string.Create(CultureInfo.InvariantCulture, $"{_file}:{node.Start.Line}: {Join(key)}: "
            + $"{message}"));

    private string Join(string key) => _path.Length == 0 ? key : $"{_path}.{key}";
}
