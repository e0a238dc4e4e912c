using LoadHarness.Workloads.HashTable.Protocol;

namespace LoadHarness.Workloads.HashTable.Dialects;

/// <summary>Makes a dialect from its texts, or says all that is wrong with them.</summary>
/// <param name="text">The texts.</param>
/// <param name="complain">Receives section, key and problem.</param>
internal sealed class DialectCompiler(DialectText text, Action<string, string, string> complain)
{
    private const string Requests = "requests";
    private const string Replies = "replies";
    private const string Failures = "failures";

    private static readonly Placeholder[] _ofFailures = [Placeholder.Type, Placeholder.Message];

    private readonly Dictionary<string, Template?> _failures = new(StringComparer.Ordinal);
    private bool _isRight = true;

    /// <summary>The dialect; null when something is wrong.</summary>
    internal Dialect? Compile()
    {
        var requests = DialectKeys.Methods.Select((key, i) => Request(key, (TableMethod)i)).ToArray();
        var replies = DialectKeys.Methods.Select((key, i) => Reply(key, (TableMethod)i)).ToArray();
        var overwrite = text.Replies.ContainsKey(DialectKeys.Overwrite)
            ? Reply(DialectKeys.Overwrite, TableMethod.Insert) : null;
        var failures = FailureTable();
        if (!_isRight) return null;
        var members = new RequestMembersCompiler((key, problem) => Complain(Requests, key, problem))
            .Compile([.. requests.Select(request => request!)]);
        if (!_isRight) return null;
        return new Dialect(text, [.. requests!], [.. replies!], overwrite, failures, members);
    }

    private Template? Request(string key, TableMethod method)
    {
        var allowed = Fields(method);
        var template = Parse(Requests, text.Requests, key, allowed);
        foreach (var field in allowed.Where(field => template?.Has(field) == false))
            Complain(Requests, key, $"${PlaceholderNames.Of(field)} is missing");
        return template;
    }

    private Template? Reply(string key, TableMethod method)
    {
        var allowed = Results(method);
        var template = Parse(Replies, text.Replies, key, allowed);
        var isWanted = method is not (TableMethod.Insert or TableMethod.Remove);
        if (template is not null && isWanted && !allowed.Any(place => HasPlace(template.Pattern, place)))
        {
            var wanted = string.Join(" or ", allowed.Select(place => '$' + PlaceholderNames.Of(place)));
            Complain(Replies, key, $"{wanted} is wanted, alone, as a member that must be there");
        }

        return template;
    }

    private Template[,] FailureTable()
    {
        foreach (var key in text.Failures.Keys) _failures[key] = Parse(Failures, text.Failures, key, _ofFailures);
        var table = new Template[DialectKeys.Failures.Count, DialectKeys.Methods.Count + 1];
        for (var failure = Failure.Missing; failure <= Failure.Json; failure++)
        {
            for (var method = TableMethod.Insert; method <= TableMethod.Unknown; method++)
            {
                if (Nearest(failure, method) is { } template) table[(int)failure, (int)method] = template;
                else if (method == TableMethod.Unknown) MissingFailure(failure);
            }
        }

        return table;
    }

    private Template? Nearest(Failure failure, TableMethod method) =>
        DialectKeys.Of(failure, method).Select(key => _failures.GetValueOrDefault(key))
            .FirstOrDefault(template => template is not null);

    /// <summary>Without a template of its own and without a group's; a wrong template is told of already.</summary>
    private void MissingFailure(Failure failure)
    {
        if (DialectKeys.Of(failure, TableMethod.Unknown).Any(text.Failures.ContainsKey)) return;
        var keys = DialectKeys.Of(failure, TableMethod.Unknown).ToList();
        Complain(Failures, keys[0], $"is missing; so is '{keys[1]}', which would stand for it");
    }

    private Template? Parse(
        string section, IReadOnlyDictionary<string, string> texts, string key, IReadOnlyList<Placeholder> allowed)
    {
        if (!texts.TryGetValue(key, out var source))
        {
            Complain(section, key, "is missing");
            return null;
        }

        var template = TemplateParser.Parse(source, allowed, out var problem);
        if (template is null) Complain(section, key, problem);
        return template;
    }

    private void Complain(string section, string key, string problem)
    {
        _isRight = false;
        complain(section, key, problem);
    }

    private static bool HasPlace(Pattern pattern, Placeholder place) => pattern.Kind switch
    {
        PatternKind.Place => pattern.Placeholder == place,
        PatternKind.Members => pattern.Members.Any(member => HasPlace(member.Pattern, place)),
        _ => false,
    };

    private static Placeholder[] Fields(TableMethod method) => method switch
    {
        TableMethod.Insert => [Placeholder.Key, Placeholder.Value],
        TableMethod.Scan => [Placeholder.Regex],
        TableMethod.Query => [Placeholder.Subkey, Placeholder.Subvalue],
        TableMethod.Size => [],
        _ => [Placeholder.Key],
    };

    private static Placeholder[] Results(TableMethod method) => method switch
    {
        TableMethod.Insert => [Placeholder.Key],
        TableMethod.Scan or TableMethod.Query => [Placeholder.Pairs, Placeholder.TextPairs],
        TableMethod.Size => [Placeholder.Size],
        _ => [Placeholder.Value],
    };
}
