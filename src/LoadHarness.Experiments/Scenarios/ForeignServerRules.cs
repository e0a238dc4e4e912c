using System.Net;
using System.Text.RegularExpressions;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Experiments.Suts;

namespace LoadHarness.Experiments.Scenarios;

/// <summary>What makes sense for a server that is not one of ours.</summary>
public static class ForeignServerRules
{
    private const int LongestName = 60;

    private static readonly string[] _scripts =
        [".py", ".js", ".mjs", ".ts", ".rb", ".pl", ".php", ".exs", ".sh", ".jar", ".dll"];

    /// <summary>The name of a server to which none was given: the script that a program runs, or it.</summary>
    public static string UsualName(IReadOnlyList<string> command, DnsEndPoint? address)
    {
        if (command.Count == 0) return TargetAddress.Show(address!);
        var names = command.Skip(1).Where(word => _scripts.Contains(Path.GetExtension(word), StringComparer.Ordinal))
            .Select(word => Path.GetFileName(word)!);
        return names.FirstOrDefault(IsName) ?? Path.GetFileName(command[0]);
    }

    /// <summary>What is wrong, by the key it concerns.</summary>
    /// <param name="server">The server.</param>
    /// <param name="models">Names of our own models.</param>
    public static IEnumerable<(string Key, string Problem)> Problems(
        ForeignServer server, IReadOnlyList<string> models)
    {
        if (models.Contains(server.Name, StringComparer.Ordinal))
            yield return ("name", $"'{server.Name}' is one of our own server models; give another name");
        else if (!IsName(server.Name))
            yield return ("name", $"'{server.Name}': letters, digits and . - _ : are allowed, at most {LongestName}");
        if (server.IsRunningAlready) yield break;
        var namesPort = false;
        if (server.ReadyPattern is { } pattern)
        {
            string? wrong = null;
            try
            {
                namesPort = ReadyWatch.Compile(pattern).GetGroupNames()
                    .Contains(ForeignServer.PortGroup, StringComparer.Ordinal);
            }
            catch (RegexParseException e)
            {
                wrong = e.Message;
            }

            if (wrong is not null) yield return ("ready", wrong);
        }

        if (server.Address is null && !namesPort && !TakesPort(server))
        {
            yield return ("command", "how is its port known? write {port} where the command takes it, or give its "
                + "address, or a ready pattern with a group (?<port>…)");
        }

        if (server.WorkingFolder is { } folder && !Directory.Exists(folder))
            yield return ("folder", $"there is no folder {folder}");
    }

    private static bool TakesPort(ForeignServer server) => server.Command.Concat(server.Environment.Values)
        .Any(text => text.Contains(ForeignServer.PortPlace, StringComparison.Ordinal));

    private static bool IsName(string name) => name.Length is > 0 and <= LongestName
        && (char.IsAsciiLetterOrDigit(name[0]) || name[0] == '[')
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ':' or '[' or ']');
}
