using System.Globalization;
using LoadHarness.EndToEnd.Tests.Peers;
using LoadHarness.EndToEnd.Tests.Serving;

namespace LoadHarness.EndToEnd.Tests.Clients.Frames;

public sealed class ForeignFrameTests
{
    /// <summary>A server that sends PNGs of every kind that Pillow writes, and keeps what they look like.</summary>
    private const string Serve = """
        import io, random, socket, sys
        from PIL import Image

        folder = sys.argv[1]

        def picture(mode, size, colours):
            image = Image.new("RGBA", size)
            table = [tuple(random.choices(range(256), k=3)) + (255,) for _ in range(colours)]
            image.putdata([random.choice(table) for _ in range(size[0] * size[1])])
            if mode == "P":
                return image.convert("RGB").quantize(colours)
            if mode == "I;16":
                grey = Image.new("I", size)
                grey.putdata([257 * (value % 200) for value in range(size[0] * size[1])])
                return grey
            return image.convert(mode)

        kinds = [("1", 2), ("L", 90), ("LA", 90), ("P", 2), ("P", 4), ("P", 16), ("P", 200), ("RGB", 100),
                 ("RGB", 1), ("RGBA", 256), ("I;16", 1)]
        listener = socket.create_server(("127.0.0.1", 0))
        print(listener.getsockname()[1])
        for number, (mode, colours) in enumerate(kinds):
            image = picture(mode, (17, 13), colours)
            file = io.BytesIO()
            image.save(file, "PNG")
            peer, _ = listener.accept()
            peer.sendall(file.getvalue())
            peer.close()
        """;

    private const string Compare = """
        import sys
        from PIL import Image

        folder = sys.argv[1]
        gif = Image.open(f"{folder}/frames.gif")
        assert gif.n_frames == 11, gif.n_frames
        for i in range(gif.n_frames):
            gif.seek(i)
            frame = Image.open(f"{folder}/frames/{i}.png")
            if frame.mode.startswith("I"):
                grey = Image.new("L", frame.size)
                grey.putdata([value // 257 for value in frame.getdata()])
                frame = grey
            assert gif.convert("RGB").tobytes() == frame.convert("RGB").tobytes(), (i, frame.mode)
        """;

    [PillowFact]
    public async Task Frames_of_another_servers_encoder_are_shown_pixel_for_pixel()
    {
        using var folder = new TemporaryFolder();
        await using var server = Pillow.Start(Serve, folder.Path);
        await Eventually.TrueAsync(
            () => server.Printed.Contains('\n', StringComparison.Ordinal), "the server prints its port");
        var port = int.Parse(server.Printed.Split('\n')[0], CultureInfo.InvariantCulture);
        // One thread, because the server counts its images as they are fetched.
        FramesRun.Lines($"127.0.0.1:{port}", folder.Path, "--count", "11", "--threads", "1");
        Pillow.Judge(Compare, folder.Path);
    }
}
