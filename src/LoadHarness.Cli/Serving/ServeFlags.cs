using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using LoadHarness.Cli.Discovery;
using LoadHarness.Cli.Registry;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Cli.Serving;

/// <summary>The flags that <c>serve</c> has for every workload.</summary>
internal sealed class ServeFlags
{
    private readonly ModelRegistry _models;
    private readonly Option<string> _model;
    private readonly Option<IPAddress> _host;
    private readonly Option<ushort> _port;
    private readonly Option<bool> _quiet;
    private readonly Option<bool> _trace;
    private readonly Option<string?> _control;
    private readonly RegistrationFlags _registration = new();

    /// <summary>Makes the flags with a workload's defaults.</summary>
    public ServeFlags(ModelRegistry models, IWorkload workload)
    {
        _models = models;
        var names = models.All.Select(model => model.Name).ToArray();
        _model = new Option<string>("--model")
        {
            Description = "Server model: how connections become calls of the service.",
            DefaultValueFactory = _ => "threaded",
        };
        _model.AcceptOnlyFromAmong(names);
        _host = new Option<IPAddress>("--host")
        {
            Description = "Address to listen on; 0.0.0.0 takes all of this machine's.",
            HelpName = "address",
            CustomParser = ParseHost,
            DefaultValueFactory = _ => IPAddress.Loopback,
        };
        _port = new Option<ushort>("--port")
        {
            Description = "TCP port; 0 takes any free one.",
            HelpName = "0..65535",
            CustomParser = ParsePort,
            DefaultValueFactory = _ => (ushort)workload.DefaultPort,
        };
        _quiet = new Option<bool>("--quiet") { Description = "Print nothing but the address and errors." };
        _trace = new Option<bool>("--trace") { Description = "Print every request, to show the interleaving." };
        _control = new Option<string?>("--control") { Hidden = true };
    }

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_model, _host, _port, _quiet, _trace, _control]) command.Options.Add(option);
        _registration.AddTo(command);
    }

    /// <summary>Reads them.</summary>
    public ServeRequest Read(ParseResult parsed)
    {
        var registration = _registration.Read(parsed);
        // A server known by name needs no port that is known before.
        var isFree = registration is not null && parsed.GetResult(_port) is not { Implicit: false };
        return new ServeRequest
        {
            Model = _models.Find(parsed.GetRequiredValue(_model))!,
            Endpoint = new IPEndPoint(parsed.GetRequiredValue(_host), isFree ? 0 : parsed.GetRequiredValue(_port)),
            IsQuiet = parsed.GetValue(_quiet),
            IsTraced = parsed.GetValue(_trace),
            Control = parsed.GetValue(_control),
            Registration = registration,
        };
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
