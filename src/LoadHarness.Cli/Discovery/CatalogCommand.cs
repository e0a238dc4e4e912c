using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LoadHarness.Cli.Serving;
using LoadHarness.Discovery;
using LoadHarness.Discovery.Serving;

namespace LoadHarness.Cli.Discovery;

/// <summary><c>loadharness catalog</c>: runs the name server until it is interrupted.</summary>
internal static class CatalogCommand
{
    private static readonly Option<int> Port = new("--port")
    {
        Description = "port of updates (UDP) and queries (HTTP); TCP updates take the next one; 0 takes any free pair",
        DefaultValueFactory = _ => CatalogAddress.DefaultPort,
        Validators = { CheckPort },
    };

    private static readonly Option<IPAddress> Host = new("--host")
    {
        Description = "address to listen on; 0.0.0.0 for all",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = ParseHost,
    };

    // A string, so that the help shows the default as it can be written.
    private static readonly Option<string> Lifetime = new("--lifetime")
    {
        Description = "how long a service is listed after its last update: a number with s, min or h",
        DefaultValueFactory = _ => "900s",
        Validators = { CheckLifetime },
        HelpName = "time",
    };

    private static readonly Option<bool> Quiet = new("--quiet")
    {
        Description = "do not tell of services that come and go",
    };

    private static readonly Option<bool> Trace = new("--trace")
    {
        Description = "tell of updates that were ignored, and why",
    };

    /// <summary>The command with its options.</summary>
    internal static Command Create()
    {
        var command = new Command("catalog", "Run a name server: servers register with it, clients find them by name.")
        {
            Port, Host, Lifetime, Quiet, Trace,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = new CatalogOptions
        {
            Host = parsed.GetRequiredValue(Host),
            Port = parsed.GetValue(Port),
            Lifetime = LifetimeText.Read(parsed.GetRequiredValue(Lifetime))!.Value,
        };
        var output = parsed.InvocationConfiguration;
        using var console = new ConsoleSink(output.Output, parsed.GetValue(Quiet), parsed.GetValue(Trace));
        try
        {
            await using var catalog = CatalogServer.Start(options, TimeProvider.System, console);
            var address = catalog.Endpoint.ToString();
            console.Begin($"Catalog listening on {address} (page: http://{address}/)");
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
        }
        catch (OperationCanceledException)
        {
            // Asked to stop.
        }
        catch (SocketException cause)
        {
            var failure = ServeFailures.OfListening(new IPEndPoint(options.Host, options.Port), cause);
            output.Error.WriteLine($"{failure.Line} (a catalog takes the port after it as well)");
            return (int)failure.Code;
        }

        return (int)ExitCode.Success;
    }

    private static void CheckPort(OptionResult result)
    {
        // A value that is no number at all has its own message.
        if (result.Tokens is [{ Value: var text }]
            && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var port)
            && port is < 0 or > CatalogAddress.LargestPort)
        {
            result.AddError($"--port {text}: expected 0 to 65534, because the next port is used too");
        }
    }

    private static IPAddress? ParseHost(ArgumentResult result)
    {
        if (IPAddress.TryParse(result.Tokens[0].Value, out var address)) return address;
        result.AddError(
            $"--host {result.Tokens[0].Value}: expected an address of this machine, e.g. 127.0.0.1 or 0.0.0.0");
        return null;
    }

    private static void CheckLifetime(OptionResult result)
    {
        if (result.Tokens is [{ Value: var text }] && LifetimeText.Read(text) is null)
            result.AddError($"--lifetime {text}: expected 1 s to 365 days, e.g. 900s, 15min or 1h");
    }
}
