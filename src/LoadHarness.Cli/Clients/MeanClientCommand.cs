using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using System.Numerics;
using LoadHarness.Clients.Mean;

namespace LoadHarness.Cli.Clients;

/// <summary><c>loadharness client mean</c>: sends one number and prints the mean of all.</summary>
internal static class MeanClientCommand
{
    private const int MostDigits = 4300;
    private const double LongestWait_s = 86_400;

    /// <summary>The command.</summary>
    internal static Command Create()
    {
        var server = new Argument<IPEndPoint>("ip:port")
        {
            Description = "where the server listens, e.g. 127.0.0.1:8081",
            CustomParser = ParseServer,
        };
        var data = new Argument<BigInteger>("data")
        {
            Description = "the whole number to send, at most 4300 digits",
            CustomParser = ParseData,
        };
        var number = new Option<int>("--number") { Description = "number of this client, for its lines" };
        var wait = new Option<double>("--wait-s")
        {
            Description = "pause before it says `ready`, in seconds",
            DefaultValueFactory = _ => 5,
            HelpName = "seconds",
            Validators = { CheckWait },
        };
        var command = new Command("mean", "Send a number, wait, and print the mean of all clients' numbers.")
        {
            server, data, number, wait,
        };
        command.SetAction(parsed => ClientFailures.Guard(parsed.InvocationConfiguration.Error, () =>
            new MeanVisit(parsed.InvocationConfiguration.Output, parsed.GetValue(number), Sleep).Run(
                parsed.GetRequiredValue(server), parsed.GetRequiredValue(data),
                TimeSpan.FromSeconds(parsed.GetValue(wait)))));
        return command;
    }

    private static void Sleep(TimeSpan length)
    {
        using var never = new ManualResetEventSlim();
        never.Wait(length);
    }

    private static IPEndPoint ParseServer(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value.Replace("localhost:", "127.0.0.1:", StringComparison.Ordinal);
        if (IPEndPoint.TryParse(text, out var server) && server.Port > 0) return server;
        argument.AddError($"'{text}' is not an address and a port, like 127.0.0.1:8081");
        return new IPEndPoint(IPAddress.None, 0);
    }

    private static BigInteger ParseData(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (text.TrimStart('-', '+').Length <= MostDigits
            && BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        argument.AddError("data: expected a whole number of at most 4300 digits");
        return BigInteger.Zero;
    }

    private static void CheckWait(OptionResult result)
    {
        if (result.Tokens is [{ Value: var text }]
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var wait_s)
            && wait_s is not (>= 0 and <= LongestWait_s))
            result.AddError($"--wait-s {text}: expected 0 to 86400 seconds");
    }
}
