using System.CommandLine;
using LoadHarness.Clients.Primes;

namespace LoadHarness.Cli.Clients;

/// <summary><c>loadharness primes</c>: finds primes by brute force, in one process and in several.</summary>
internal static class PrimesCommand
{
    private static readonly Option<int> Count = NumberOption.Create(
        "--count", "numbers to search, from 1 on", 1_000_000, PrimeSearch.MostNumbers);

    private static readonly Option<bool> Naive = new("--naive")
    {
        Description = "try all divisors below a number instead of those up to its square root",
    };

    private static readonly Option<string> Folder =
        OutputFolder.Create("primes_nonoptimized.txt and primes_optimized.txt");

    /// <summary>The command with its options.</summary>
    internal static Command Create()
    {
        var command = new Command("primes", "Find primes by brute force: in one process, then in several.")
        {
            Count, Naive, Folder,
        };
        WorkFlags.AddTo(command);
        command.SetAction(parsed =>
            ClientFailures.Guard(parsed.InvocationConfiguration.Error, () => Run(parsed)));
        return command;
    }

    private static void Run(ParseResult parsed)
    {
        var search = new PrimeSearch(parsed.GetValue(Count), parsed.GetValue(Naive));
        var client = new PrimesClient(search, parsed.GetRequiredValue(Folder), parsed.InvocationConfiguration.Output);
        WorkFlags.Run(
            parsed, "optimized", () => client.RunSequentially(), client.Compare, client.RunBoth);
    }
}
