using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Resp.Loading;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Resp;

/// <summary>Everything that can be set about the Redis protocol's workload.</summary>
internal static class RespOptions
{
    internal const string Keys = "keys";
    internal const string ValueSize = "value-size";
    internal const string Pipeline = "pipeline";
    internal const string Command = "command";
    internal const string Reply = "reply-start";
    internal const string ContendedKeys = "contended-keys";
    internal const string ValueLimit = "value-limit";
    internal const string MemoryLimit = "memory-limit";

    /// <summary>In the order of help texts.</summary>
    internal static IReadOnlyList<WorkloadOption> All { get; } =
    [
        new(Keys, OptionKind.Integer, "10000", "keys that get and set draw from", OptionSide.Client, 1, 100_000_000),
        new(ValueSize, OptionKind.Integer, "64", "size of a value, bytes", OptionSide.Client, 1, 1_000_000),
        new(Pipeline, OptionKind.Integer, "1",
            "commands that one operation sends together; its latency is that of all of them", OptionSide.Client, 1,
            1000),
        GetShare.Option,
        new(Command, OptionKind.Text, "GET key:{key}",
            "what the stage command sends, words parted by spaces; {key} is the number of a key drawn",
            OptionSide.Client, Check: CommandTemplate.Check),
        new(Reply, OptionKind.Text, "",
            "what the reply to it begins with, like :1 or +OK; empty takes any but an error", OptionSide.Client,
            Check: EscapedText.Check),
        new(ContendedKeys, OptionKind.Integer, "8", "keys that all clients of the stage contended share",
            OptionSide.Client, 1, 64),
        new(ValueLimit, OptionKind.Integer, "1024", "longest value or key, KiB", OptionSide.Server, 1, 16_384),
        new(MemoryLimit, OptionKind.Integer, "1024", "most bytes of all keys and values together, MiB",
            OptionSide.Server, 1, 1_000_000),
    ];
}
