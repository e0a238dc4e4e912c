using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using LoadHarness.Cli.Clients;
using LoadHarness.Cli.Registry;
using LoadHarness.Tests.Report;

namespace LoadHarness.Tests.Cli.Clients;

public sealed partial class HelpTextTests
{
    [Theory]
    [InlineData("client")]
    [InlineData("client lists")]
    [InlineData("client frames")]
    [InlineData("client mean")]
    [InlineData("client testperf")]
    [InlineData("primes")]
    public void The_help_text_is_as_it_was_read_last(string command)
    {
        var root = new RootCommand("root")
        {
            ClientCommand.Create(WorkloadRegistry.Default), PrimesCommand.Create(),
        };
        var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        root.Parse(command + " --help").Invoke(new InvocationConfiguration { Output = output }).ShouldBe(0);
        var text = output.ToString().Replace("  testhost ", "  loadharness ", StringComparison.Ordinal);
        Golden.ShouldMatch(OfThisMachine().Replace(text, "CORES"), $"help-{command.Replace(' ', '-')}.txt");
    }

    /// <summary>The number of cores.</summary>
    [GeneratedRegex(@"(?<=--workers .*\[default: )\d+(?=\])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OfThisMachine();
}
