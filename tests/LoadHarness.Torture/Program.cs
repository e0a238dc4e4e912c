using LoadHarness.Torture;

// Servers that are killed would leave their runtime's files for debuggers in the temporary folder.
Environment.SetEnvironmentVariable("DOTNET_EnableDiagnostics", "0");
return TortureRun.Run(args, Tortures.All, Console.Out, Console.Error);
