using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Tests.Workloads.Image.Png;
using LoadHarness.Workloads.Image;
using LoadHarness.Workloads.Image.Png;
using static LoadHarness.Tests.Workloads.Image.Images;
using Outcome = LoadHarness.Contracts.Loading.Outcome;

namespace LoadHarness.Tests.Workloads.Image;

public sealed class ImageClientTests
{
    private static readonly PngHeader _header = new(10, 10, 8, PngColourType.Rgb);

    private readonly ArrayBufferWriter<byte> _request = new();

    [Fact]
    public void Images_of_the_service_are_correct_however_they_are_split_whether_decoded_or_not() =>
        Prop.ForAll(Gen.Choose(1, 400).ToArbitrary(), Gen.Choose(1, 3).ToArbitrary(), (cut, checkEvery) =>
        {
            using var service = Service();
            var client = Client(("check-every", checkEvery));
            for (var i = 0; i < 3; i++) Receive(client, Download(service), cut).ShouldBe(Outcome.Correct);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_image_in_many_bands_is_correct()
    {
        using var service = Service(("width", 700), ("height", 300));
        var client = Client(("width", 700), ("height", 300), ("check-every", 1));
        for (var i = 0; i < 3; i++) Receive(client, Download(service), 65536).ShouldBe(Outcome.Correct);
    }

    [Fact]
    public void One_damaged_bit_anywhere_is_a_wrong_answer_whether_decoded_or_not()
    {
        using var service = Service();
        var image = Download(service);
        foreach (var checkEvery in new[] { 1, 1_000_000 })
        {
            var client = Client(("check-every", checkEvery));
            Receive(client, image, 100).ShouldBe(Outcome.Correct);
            for (var bit = 0; bit < image.Length * 8; bit++)
            {
                image[bit / 8] ^= (byte)(1 << bit % 8);
                Receive(client, image, 1000).ShouldBe(Outcome.WrongAnswer, $"bit {bit}");
                image[bit / 8] ^= (byte)(1 << bit % 8);
            }
        }
    }

    [Fact]
    public void An_image_cut_short_or_with_more_behind_it_is_a_wrong_answer()
    {
        using var service = Service();
        var (client, image) = (Client(), Download(service));
        for (var length = 0; length < image.Length; length++)
            Receive(client, image[..length], 1000).ShouldBe(Outcome.WrongAnswer);
        Receive(client, [.. image, 0], 1000).ShouldBe(Outcome.WrongAnswer);
        Receive(client, [.. image, .. image], 1000).ShouldBe(Outcome.WrongAnswer);
    }

    [Fact]
    public void Another_size_depth_or_kind_of_colour_is_a_wrong_answer()
    {
        PngHeader[] others =
        [
            _header with { Width = 11 },
            _header with { Height = 9 },
            _header with { BitDepth = 16 },
            _header with { ColourType = PngColourType.Rgba },
            _header with { IsInterlaced = true },
        ];
        foreach (var other in others)
            Receive(Client(), PngFiles.Of(other, new byte[310]), 100).ShouldBe(Outcome.WrongAnswer);
    }

    [Fact]
    public void An_image_of_another_encoder_is_correct()
    {
        var client = Client(("check-every", 1));
        Receive(client, PngFiles.Of(_header, new byte[310], ("tEXt", [65, 0, 66])), 100).ShouldBe(Outcome.Correct);
        Receive(client, PngFiles.Of(_header, FiltersOf(4)), 100).ShouldBe(Outcome.Correct);
    }

    [Fact]
    public void Rows_that_cannot_be_decoded_are_found_in_one_image_of_k()
    {
        byte[][] wrong = [new byte[309], new byte[311], FiltersOf(5)];
        foreach (var rows in wrong)
        {
            var client = Client(("check-every", 3));
            var image = PngFiles.Of(_header, rows);
            Outcome[] outcomes = [.. Enumerable.Range(0, 4).Select(_ => Receive(client, image, 1000))];
            outcomes.ShouldBe([Outcome.WrongAnswer, Outcome.Correct, Outcome.Correct, Outcome.WrongAnswer]);
        }
    }

    [Fact]
    public void A_zlib_stream_without_or_with_a_wrong_checksum_is_a_wrong_answer()
    {
        var packed = PngFiles.Packed(new byte[310]);
        foreach (var stream in new[] { packed[..^4], packed[..^1], [.. packed[..^1], (byte)(packed[^1] ^ 1)] })
        {
            byte[] image =
            [
                .. PngFiles.Signature,
                .. PngFiles.Chunk("IHDR", PngFiles.HeaderContent(_header)),
                .. PngFiles.Chunk("IDAT", stream),
                .. PngFiles.Chunk("IEND", []),
            ];
            Receive(Client(), image, 1000).ShouldBe(Outcome.WrongAnswer);
        }
    }

    [Fact]
    public void What_is_no_image_is_complete_at_its_first_wrong_byte()
    {
        var client = Client();
        client.Begin(Purpose.Measure, _request).Next.ShouldBe(ClientNext.Receive);
        client.Receive("GIF89a"u8, end: false, _request).ShouldBe(ClientStep.Complete(6, Outcome.WrongAnswer));
    }

    [Fact]
    public void There_is_nothing_to_prepare_and_nothing_to_ask()
    {
        Client().Begin(Purpose.Prepare, _request).Next.ShouldBe(ClientNext.Idle);
        _request.WrittenCount.ShouldBe(0);
    }

    [Fact]
    public void Clients_allocate_nothing_for_an_image_that_they_only_check()
    {
        using var service = Service();
        var (client, image) = (Client(("check-every", 1_000_000)), Download(service));
        for (var i = 0; i < 2; i++) Receive(client, image, 100);
        Allocation.LeastOf_bytes(() =>
        {
            for (var i = 0; i < 10; i++) Receive(client, image, 100);
        }).ShouldBe(0);
    }

    private static byte[] FiltersOf(byte filter)
    {
        var rows = new byte[310];
        for (var row = 0; row < 10; row++) rows[row * 31] = filter;
        return rows;
    }

    private static IVirtualClient Client(params (string Name, int Value)[] given) =>
        new ImageWorkload().CreatePopulation(Settings(given), "download", PopulationShare.Whole, seed: 1)
            .CreateClient(0);

    /// <summary>Passes the bytes as an engine does: in steps, with what was not consumed before.</summary>
    private Outcome Receive(IVirtualClient client, byte[] image, int cut)
    {
        client.Begin(Purpose.Measure, _request);
        for (int from = 0, to = Math.Min(cut, image.Length); ; to = Math.Min(to + cut, image.Length))
        {
            var step = client.Receive(image.AsSpan(from..to), end: to == image.Length, _request);
            if (step.Next == ClientNext.Complete) return step.Outcome;
            from += step.Consumed;
        }
    }
}
