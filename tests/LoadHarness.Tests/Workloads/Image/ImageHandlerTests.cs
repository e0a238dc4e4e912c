using System.Buffers;
using LoadHarness.Contracts.Serving;
using LoadHarness.Workloads.Image;
using LoadHarness.Workloads.Image.Png;
using NSubstitute;
using static LoadHarness.Tests.Workloads.Image.Images;

namespace LoadHarness.Tests.Workloads.Image;

public sealed class ImageHandlerTests
{
    [Theory]
    [InlineData(10, 10)]
    [InlineData(1, 1)]
    [InlineData(1, 1024)]
    [InlineData(1024, 64)]
    public void A_bare_connect_is_answered_with_an_image_of_the_size_asked_for(int width, int height)
    {
        using var service = Service(("width", width), ("height", height));
        var image = new PngDecoder().Decode(Download(service));
        (image.Width, image.Height).ShouldBe((width, height));
        image.Pixels.ShouldAllBe(pixel => pixel >> 24 == 0xFF);
    }

    [Fact]
    public void Every_connection_gets_pixels_of_its_own_and_every_value_of_a_sample_occurs()
    {
        using var service = Service();
        var decoder = new PngDecoder();
        var images = Enumerable.Range(0, 100).Select(_ => decoder.Decode(Download(service)).Pixels).ToList();
        images.Select(pixels => string.Join(' ', pixels)).Distinct(StringComparer.Ordinal).Count().ShouldBe(100);
        var samples = images.SelectMany(pixels => pixels)
            .SelectMany(pixel => new[] { (byte)pixel, (byte)(pixel >> 8), (byte)(pixel >> 16) });
        samples.Distinct().Count().ShouldBe(256); // of 30,000: one missing has a probability of 10^-49
    }

    [Fact]
    public void The_image_is_announced_and_counted_once_all_of_it_has_left()
    {
        var sink = Substitute.For<IEventSink>();
        sink.ShowsMessages.Returns(true);
        using var service = new ImageWorkload().CreateService(Settings(), sink);
        var handler = service.Connect(Peer);
        var output = new ArrayBufferWriter<byte>();
        handler.Start(output).Next.ShouldBe(Next.Drain);
        sink.DidNotReceive().Message(Arg.Any<string>());
        service.OperationCount.ShouldBe(0);
        handler.Drained(output).Next.ShouldBe(Next.Close);
        sink.Received(1).Message("Sent an image to ('127.0.0.1', 50125)");
        service.OperationCount.ShouldBe(1);
    }

    [Fact]
    public void What_the_client_says_is_taken_and_ignored()
    {
        using var service = Service();
        var handler = service.Connect(Peer);
        var output = new ArrayBufferWriter<byte>();
        handler.Start(output);
        output.ResetWrittenCount();
        handler.Receive("hello"u8, end: true, output).ShouldBe(new Step(5, Next.Drain));
        output.WrittenCount.ShouldBe(0);
    }

    [Fact]
    public void An_image_allocates_nothing_but_its_handler()
    {
        using var service = Service();
        var output = new ArrayBufferWriter<byte>(1024);
        Produce(service.Connect(Peer), output);
        Allocation.LeastOf_bytes(() =>
        {
            var handler = service.Connect(Peer);
            return () => Produce(handler, output);
        }).ShouldBe(0);
    }

    private static void Produce(IConnectionHandler handler, ArrayBufferWriter<byte> output)
    {
        for (var step = handler.Start(output); step.Next == Next.Drain; step = handler.Drained(output))
            output.ResetWrittenCount();
    }
}
