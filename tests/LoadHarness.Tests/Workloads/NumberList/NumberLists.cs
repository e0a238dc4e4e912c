using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.NumberList;

namespace LoadHarness.Tests.Workloads.NumberList;

/// <summary>
/// Lists for tests: random ones, the plain way to write them, settings, and a handler driven without a socket.
/// </summary>
internal static class NumberLists
{
    public static readonly IPEndPoint Peer = new(IPAddress.Loopback, 48168);

    /// <summary>Numbers of every length alike, both signs, and the edges of each length.</summary>
    public static Gen<int> Number { get; } =
        from digits in Gen.Choose(1, 9)
        from sign in Gen.Elements(-1, 1)
        let highest = (int)Math.Pow(10, digits) - 1
        from value in Gen.OneOf(Gen.Choose(0, highest), Gen.Elements(highest, highest / 10 + 1, highest / 10))
        select sign * value;

    public static Arbitrary<int[]> Any { get; } = Arb.From(
        from size in Gen.Choose(1, 200)
        from numbers in Number.ArrayOf(size)
        select numbers);

    /// <summary>What the list must look like, by the runtime's own formatting.</summary>
    public static string TextOf(IEnumerable<int> numbers) =>
        string.Join(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    public static byte[] BytesOf(IEnumerable<int> numbers) => Encoding.ASCII.GetBytes(TextOf(numbers));

    public static WorkloadSettings Settings(params (string Name, object Value)[] given)
    {
        var problems = new List<string>();
        var values = given.ToDictionary(pair => pair.Name,
            pair => Convert.ToString(pair.Value, CultureInfo.InvariantCulture)!, StringComparer.Ordinal);
        var settings = WorkloadSettings.Create(new NumberListWorkload().Options, values, problems);
        problems.ShouldBeEmpty();
        return settings;
    }

    /// <summary>One connection from start to close.</summary>
    /// <returns>The pieces sent.</returns>
    public static List<byte[]> Download(IService service)
    {
        var handler = service.Connect(Peer);
        var pieces = new List<byte[]>();
        var output = new ArrayBufferWriter<byte>();
        var step = handler.Start(output);
        while (step.Next == Next.Drain)
        {
            pieces.Add(output.WrittenSpan.ToArray());
            output.ResetWrittenCount();
            step = handler.Drained(output);
        }

        step.Next.ShouldBe(Next.Close);
        pieces.Add(output.WrittenSpan.ToArray());
        handler.Closed();
        return pieces;
    }

    public static byte[] DownloadWhole(IService service) => Download(service).SelectMany(piece => piece).ToArray();

    public static int[] NumbersOf(byte[] list) =>
        Encoding.ASCII.GetString(list).Split(',')
            .Select(text => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)).ToArray();
}
