using System.Globalization;

namespace LoadHarness.Platform.Processes;

/// <summary>
/// What the hidden command <c>loadharness exec</c> does before it becomes another program. The launcher writes it as
/// arguments,
/// the command reads them; both use this type.
/// </summary>
/// <param name="Command">The program and its arguments; not empty.</param>
/// <param name="Cpus">CPUs the program may use; null leaves them as they are.</param>
/// <param name="NewSession">True puts it into a session of its own, so that the terminal's Ctrl-C does not reach
/// it.</param>
/// <param name="DieWithParent">Process number of the parent whose death kills the program; null for none.</param>
/// <param name="Unset">An environment variable that is for this command and not for the program; null for none.</param>
public sealed record ExecRequest(IReadOnlyList<string> Command, CpuSet? Cpus = null, bool NewSession = false,
    int? DieWithParent = null, string? Unset = null)
{
    /// <summary>Name of the hidden command.</summary>
    public const string Verb = "exec";

    /// <summary>How the arguments are written, for the message about wrong ones.</summary>
    public const string Usage =
        "exec [--cpus LIST] [--new-session] [--die-with-parent PID] [--unset VARIABLE] -- PROGRAM [ARGUMENT…]";

    /// <summary>The arguments after the verb.</summary>
    public IReadOnlyList<string> ToArguments()
    {
        var arguments = new List<string>();
        if (Cpus is not null) arguments.AddRange(["--cpus", Cpus.ToString()]);
        if (NewSession) arguments.Add("--new-session");
        if (DieWithParent is { } parent) arguments
            .AddRange(["--die-with-parent", parent.ToString(CultureInfo.InvariantCulture)]);
        if (Unset is not null) arguments.AddRange(["--unset", Unset]);
        arguments.Add("--");
        arguments.AddRange(Command);
        return arguments;
    }

    /// <summary>Reads the arguments after the verb.</summary>
    /// <returns>Null when they are wrong.</returns>
    public static ExecRequest? TryParse(IReadOnlyList<string> arguments)
    {
        var request = new ExecRequest([]);
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--" when i + 1 < arguments.Count:
                    return request with { Command = [.. arguments.Skip(i + 1)] };
                case "--new-session":
                    request = request with { NewSession = true };
                    break;
                case "--cpus" when i + 1 < arguments.Count
                    && CpuSet.TryParse(arguments[++i]) is { Cpus.Count: > 0 } cpus:
                    request = request with { Cpus = cpus };
                    break;
                case "--die-with-parent" when i + 1 < arguments.Count && int.TryParse(
                    arguments[++i], NumberStyles.None, CultureInfo.InvariantCulture, out var parent):
                    request = request with { DieWithParent = parent };
                    break;
                case "--unset" when i + 1 < arguments.Count && arguments[++i] is { Length: > 0 } variable:
                    request = request with { Unset = variable };
                    break;
                default:
                    return null;
            }
        }

        return null;
    }
}
