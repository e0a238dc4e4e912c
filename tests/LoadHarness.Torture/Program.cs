using LoadHarness.Torture;

return TortureRun.Run(args, Tortures.All, Console.Out, Console.Error);
