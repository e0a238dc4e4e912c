using System.Buffers;
using System.Net;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Image;

namespace LoadHarness.Tests.Workloads.Image;

/// <summary>The workload as tests use it.</summary>
internal static class Images
{
    public static IPEndPoint Peer { get; } = new(IPAddress.Loopback, 50125);

    public static WorkloadSettings Settings(params (string Name, int Value)[] given)
    {
        var problems = new List<string>();
        var texts = given.ToDictionary(one => one.Name, one => $"{one.Value}", StringComparer.Ordinal);
        var settings = WorkloadSettings.Create(new ImageWorkload().Options, texts, problems);
        problems.ShouldBeEmpty();
        return settings;
    }

    public static IService Service(params (string Name, int Value)[] given) =>
        new ImageWorkload().CreateService(Settings(given), SilentEventSink.Instance);

    /// <summary>What a client that only reads gets.</summary>
    public static byte[] Download(IService service)
    {
        var output = new ArrayBufferWriter<byte>();
        var handler = service.Connect(Peer);
        for (var step = handler.Start(output); step.Next == Next.Drain;) step = handler.Drained(output);
        handler.Closed();
        return output.WrittenSpan.ToArray();
    }
}
