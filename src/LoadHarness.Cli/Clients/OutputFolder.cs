using System.CommandLine;

namespace LoadHarness.Cli.Clients;

/// <summary>The option that says where a client program writes.</summary>
internal static class OutputFolder
{
    /// <summary>Makes the option.</summary>
    /// <param name="content">What is written there.</param>
    internal static Option<string> Create(string content) => new("--folder")
    {
        Description = $"where {content} go",
        DefaultValueFactory = _ => ".",
        HelpName = "folder",
    };
}
