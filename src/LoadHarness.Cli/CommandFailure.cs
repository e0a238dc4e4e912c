namespace LoadHarness.Cli;

/// <summary>
/// Why a command cannot do what was asked: one clear line that names what is wrong and what would be right.
/// </summary>
/// <param name="Code">How the process ends.</param>
/// <param name="Line">The line for the standard error stream.</param>
public sealed record CommandFailure(ExitCode Code, string Line);
