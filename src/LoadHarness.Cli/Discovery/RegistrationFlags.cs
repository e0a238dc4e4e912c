using System.CommandLine;
using System.CommandLine.Parsing;
using LoadHarness.Discovery;

namespace LoadHarness.Cli.Discovery;

/// <summary>The flags of <c>serve</c> that make a server known by name.</summary>
internal sealed class RegistrationFlags
{
    private readonly Option<string?> _project = new("--project")
    {
        Description = "register with a catalog under this name, at the start and every minute; --port is 0 then",
        HelpName = "name",
    };

    private readonly Option<CatalogAddress> _catalog = CatalogOption.Create("the catalog to register with");

    private readonly Option<string> _owner = new("--owner")
    {
        Description = "who runs the server, for the catalog",
        HelpName = "name",
        DefaultValueFactory = _ => Environment.UserName,
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_project, _catalog, _owner]) command.Options.Add(option);
        command.Validators.Add(CheckProject);
    }

    /// <summary>Reads them; null when the server need not be known by name.</summary>
    public Registration? Read(ParseResult parsed) => parsed.GetValue(_project) is { } project
        ? new Registration(
            project,
            parsed.GetRequiredValue(_owner),
            parsed.GetRequiredValue(_catalog),
            parsed.InvocationConfiguration.Error.WriteLine)
        : null;

    private void CheckProject(CommandResult result)
    {
        if (result.GetResult(_project) is not null) return;
        foreach (var option in (Option[])[_catalog, _owner])
        {
            if (result.GetResult(option) is { Implicit: false })
                result.AddError($"{option.Name}: only a server with a name registers; give it one with --project");
        }
    }
}
