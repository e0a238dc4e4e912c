using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using LoadHarness.Cli.Discovery;
using LoadHarness.Cli.Registry;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Servers;

namespace LoadHarness.Cli.Serving;

/// <summary>The flags that <c>serve</c> has for every workload.</summary>
internal sealed class ServeFlags
{
    private readonly ModelRegistry _models;
    private readonly IWorkload _workload;
    private readonly Option<string> _model;
    private readonly Option<IPAddress> _host;
    private readonly Option<ushort> _port;
    private readonly Option<bool> _quiet;
    private readonly Option<bool> _trace;
    private readonly Option<string?> _control;
    private readonly Option<bool> _worker;
    private readonly ModelFlags _modelOptions;
    private readonly LimitFlags _limits = new();
    private readonly RegistrationFlags _registration = new();

    /// <summary>Makes the flags with a workload's defaults.</summary>
    public ServeFlags(ModelRegistry models, IWorkload workload)
    {
        (_models, _workload) = (models, workload);
        var names = models.All.Select(model => model.Name).ToArray();
        _model = new Option<string>("--model")
        {
            Description = $"how connections become calls of the service: {string.Join(", ", names)}",
            HelpName = "name",
            DefaultValueFactory = _ => Usual(models, workload),
        };
        _model.AcceptOnlyFromAmong(names);
        _modelOptions = new ModelFlags(models);
        _host = new Option<IPAddress>("--host")
        {
            Description = "address to listen on; 0.0.0.0 takes all of this machine's",
            HelpName = "address",
            CustomParser = ParseHost,
            DefaultValueFactory = _ => IPAddress.Loopback,
        };
        _port = new Option<ushort>("--port")
        {
            Description = "TCP port; 0 takes any free one",
            HelpName = "0..65535",
            CustomParser = ParsePort,
            DefaultValueFactory = _ => (ushort)workload.DefaultPort,
        };
        _quiet = new Option<bool>("--quiet") { Description = "print nothing but the address and errors" };
        _trace = new Option<bool>("--trace") { Description = "print every request, to show the interleaving" };
        _control = new Option<string?>("--control") { Hidden = true };
        _worker = new Option<bool>(WorkerStarter.Flag) { Hidden = true };
    }

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_model);
        _modelOptions.AddTo(command);
        foreach (var option in (Option[])[_host, _port, _quiet, _trace, _control, _worker]) command.Options.Add(option);
        _limits.AddTo(command);
        _registration.AddTo(command);
    }

    /// <summary>Reads them.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="problems">Receives one line per problem that the parser has not seen.</param>
    public ServeRequest Read(ParseResult parsed, ICollection<string> problems)
    {
        var model = _models.Find(parsed.GetRequiredValue(_model))!;
        if (ModelSettings.Refusal(model, _workload) is { } refusal) problems.Add($"model: {refusal}");
        var registration = _registration.Read(parsed);
        // A server known by name needs no port that is known before.
        var isFree = registration is not null && parsed.GetResult(_port) is not { Implicit: false };
        return new ServeRequest
        {
            Model = model,
            ModelOptions = _modelOptions.Read(parsed, model, problems),
            Endpoint = new IPEndPoint(parsed.GetRequiredValue(_host), isFree ? 0 : parsed.GetRequiredValue(_port)),
            IsQuiet = parsed.GetValue(_quiet),
            IsTraced = parsed.GetValue(_trace),
            Control = parsed.GetValue(_control),
            IsWorker = parsed.GetValue(_worker),
            Limits = _limits.Read(parsed, problems),
            Registration = registration,
        };
    }

    /// <summary>The simplest one that serves several clients, or the first that can serve the workload.</summary>
    private static string Usual(ModelRegistry models, IWorkload workload)
    {
        const string simplest = "threaded";
        return ModelSettings.Refusal(models.Find(simplest)!, workload) is null
            ? simplest
            : models.All.First(model => ModelSettings.Refusal(model, workload) is null).Name;
    }

    private static IPAddress ParseHost(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (text is "localhost") return IPAddress.Loopback;
        if (IPAddress.TryParse(text, out var address)) return address;
        argument.AddError($"--host: '{text}' is not an IP address, e.g. 127.0.0.1, 0.0.0.0 or ::1");
        return IPAddress.None;
    }

    private static ushort ParsePort(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)) return port;
        argument.AddError($"--port: '{text}' is not a whole number from 0 to 65535");
        return 0;
    }
}
