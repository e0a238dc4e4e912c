using LoadHarness.Cli;
using LoadHarness.EndToEnd.Tests.Peers;
using LoadHarness.EndToEnd.Tests.Serving;

namespace LoadHarness.EndToEnd.Tests.Clients;

public sealed class PrimesTests
{
    // A sieve: as unlike trial division as can be.
    private const string Sieve = """
        import hashlib, sys
        count = int(sys.argv[1])
        prime = bytearray([1]) * (count + 1)
        prime[:2] = b"\0\0"
        for i in range(2, count + 1):
            if prime[i]:
                prime[i * i::i] = bytes(len(prime[i * i::i]))
        text = "\n".join(str(i) for i in range(count + 1) if prime[i])
        for path in sys.argv[2:]:
            with open(path, "rb") as file:
                assert hashlib.sha256(file.read()).digest() == hashlib.sha256(text.encode()).digest(), path
        """;

    [PeerFact("python3")]
    public async Task Both_files_have_the_hash_that_another_program_computes()
    {
        using var folder = new TemporaryFolder();
        var run = ProgramRun.Of("primes", "--count", "50000", "--folder", folder.Path, "--always-processes");
        run.ExitCode.ShouldBe(ExitCode.Success, run.Errors);
        run.Output.ShouldMatch(
            @"^Non-optimized time: \d+\.\d+\nOptimized time: \d+\.\d+\nSpeed-up: \d+\.\d\d\n$");
        await PeerProcess.RunAsync("python3", "-c", Sieve, "50000",
            Path.Combine(folder.Path, "primes_nonoptimized.txt"), Path.Combine(folder.Path, "primes_optimized.txt"));
    }

    [Fact]
    public void Too_little_work_for_worker_processes_is_told()
    {
        using var folder = new TemporaryFolder();
        var run = ProgramRun.Of("primes", "--count", "100", "--folder", folder.Path, "--compare");
        run.ExitCode.ShouldBe(ExitCode.Success, run.Errors);
        run.Output.ShouldContain(" s of work gains nothing from worker processes)");
        run.Output.ShouldContain("\noutputs: identical, SHA-256 ");
    }

    [Theory]
    [InlineData("--count", "0", "--count 0: expected 1 to 100000000")]
    [InlineData("--workers", "100000", "--workers 100000: expected 1 to ")]
    public void Wrong_options_are_told_with_what_would_be_right(string option, string value, string expected)
    {
        var run = ProgramRun.Of("primes", option, value);
        run.ExitCode.ShouldBe(ExitCode.UsageError);
        run.Errors.ShouldStartWith(expected);
    }
}
