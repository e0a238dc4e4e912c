using System.CommandLine.Invocation;
using LoadHarness.Cli;
using LoadHarness.Cli.Processes;
using LoadHarness.Cli.Registry;
using LoadHarness.Clients.Work;
using LoadHarness.Platform.Processes;

if (args is [ExecRequest.Verb, .. var rest]) return ExecCommand.Run(rest, Console.Error);
if (args is [WorkerCommandLine.Verb, .. var task]) return WorkerCommand.Run(task, Console.Error);
var parsed = CommandTree.Create(ModelRegistry.Default, WorkloadRegistry.Default).Parse(args);
return parsed.Action is ParseErrorAction ? (int)UsageErrors.Print(parsed, Console.Error) : parsed.Invoke();
