using System.CommandLine;
using System.CommandLine.Parsing;
using LoadHarness.Discovery;

namespace LoadHarness.Cli.Discovery;

/// <summary>The option that names a catalog.</summary>
internal static class CatalogOption
{
    /// <summary>Makes the option.</summary>
    /// <param name="description">What the catalog is for.</param>
    internal static Option<CatalogAddress> Create(string description) => new("--catalog")
    {
        Description = description,
        HelpName = "host:port",
        CustomParser = Parse,
        DefaultValueFactory = _ => CatalogAddress.Local,
    };

    private static CatalogAddress Parse(ArgumentResult argument)
    {
        try
        {
            return CatalogAddress.Parse(argument.Tokens[0].Value);
        }
        catch (DiscoveryException wrong)
        {
            argument.AddError($"--{wrong.Message}");
            return CatalogAddress.Local;
        }
    }
}
