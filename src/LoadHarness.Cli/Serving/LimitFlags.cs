using System.CommandLine;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Servers;

namespace LoadHarness.Cli.Serving;

/// <summary>The flags of <c>serve</c> for what a server allows its clients, see <see cref="ServerOptions"/>.</summary>
internal sealed class LimitFlags
{
    private const string Connections = "max-connections";
    private const string Idle = "idle-timeout";
    private const string Request = "request-timeout";
    private const string Answer = "answer-timeout";
    private const string Held = "input-limit";
    private const long Day_s = 86_400;
    private const long Mebi = 1024 * 1024;

    private readonly List<Option<string?>> _flags =
        [.. Options.Select(option => WorkloadFlags.Flag(option, $"{option.Meaning} [default: {option.Default}]"))];

    /// <summary>The limits as options.</summary>
    private static IReadOnlyList<WorkloadOption> Options { get; } =
    [
        new(Connections, OptionKind.Integer, "100000", "connections open at once; more wait until one has gone",
            OptionSide.Server, 1, 10_000_000),
        new(Idle, OptionKind.Integer, "600", "a connection on which nothing moves is dropped after so many seconds; "
            + "0 = never", OptionSide.Server, 0, Day_s),
        new(Request, OptionKind.Integer, "60", "a request must be complete so many seconds after its first byte; "
            + "0 = no limit", OptionSide.Server, 0, Day_s),
        new(Answer, OptionKind.Integer, "60", "a client must take 64 KiB of its answer, or the rest of it, in so many "
            + "seconds; 0 = no limit", OptionSide.Server, 0, Day_s),
        new(Held, OptionKind.Integer, "1024", "incomplete requests of all connections together, MiB",
            OptionSide.Server, 1, 1024 * 1024),
    ];

    /// <summary>Nothing given: all defaults.</summary>
    public static WorkloadSettings Defaults { get; } = WorkloadSettings.Create(Options, ModelSettings.None, []);

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command) => _flags.ForEach(command.Options.Add);

    /// <summary>Reads and checks what was given.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="problems">Receives one line per problem.</param>
    public WorkloadSettings Read(ParseResult parsed, ICollection<string> problems)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var flag in _flags)
        {
            if (parsed.GetValue(flag) is { } text) given[flag.Name["--".Length..]] = text;
        }

        return WorkloadSettings.Create(Options, given, problems);
    }

    /// <summary>The options of a server with these limits.</summary>
    /// <param name="options">All else.</param>
    /// <param name="limits">What <see cref="Read"/> gave.</param>
    public static ServerOptions Apply(ServerOptions options, WorkloadSettings limits) => options with
    {
        MaxConnections = (int)limits.Integer(Connections),
        IdleTimeout = Span(limits.Integer(Idle)),
        RequestTimeout = Span(limits.Integer(Request)),
        AnswerTimeout = Span(limits.Integer(Answer)),
        HeldInput_bytes = limits.Integer(Held) * Mebi,
    };

    private static TimeSpan Span(long seconds) =>
        seconds == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(seconds);
}
