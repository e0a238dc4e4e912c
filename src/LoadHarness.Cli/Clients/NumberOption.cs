using System.CommandLine;
using System.Globalization;

namespace LoadHarness.Cli.Clients;

/// <summary>An option that takes a whole number of at least 1.</summary>
internal static class NumberOption
{
    /// <summary>Makes the option.</summary>
    /// <param name="name">Its name, with the dashes.</param>
    /// <param name="description">What it sets.</param>
    /// <param name="usual">The default.</param>
    /// <param name="most">The largest value.</param>
    internal static Option<int> Create(string name, string description, int usual, int most)
    {
        var option = new Option<int>(name)
        {
            Description = description,
            DefaultValueFactory = _ => usual,
            HelpName = "number",
        };
        option.Validators.Add(result =>
        {
            // A value that is no number at all has its own message.
            if (result.Tokens is [{ Value: var text }]
                && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && (number < 1 || number > most))
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} {text}: expected 1 to {most}"));
        });
        return option;
    }
}
