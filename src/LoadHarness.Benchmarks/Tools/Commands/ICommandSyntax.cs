namespace LoadHarness.Benchmarks.Tools.Commands;

/// <summary>How a load tool of others is told what to do, and what it prints.</summary>
internal interface ICommandSyntax
{
    /// <summary>Its program.</summary>
    string Program { get; }

    /// <summary>What it is called in tables.</summary>
    string Name => Program;

    /// <summary>Its arguments for a task.</summary>
    IReadOnlyList<string> Arguments(ToolTask task);

    /// <summary>Reads what it printed at its end.</summary>
    /// <exception cref="FormatException">The output has no result.</exception>
    ToolReport Parse(string output);
}
