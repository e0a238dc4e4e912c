using System.Globalization;
using LoadHarness.EndToEnd.Tests.Peers;

namespace LoadHarness.EndToEnd.Tests.Serving;

public sealed class ServedImageTests
{
    private const string DownloadAndOpen = """
        import io, socket, sys
        from PIL import Image

        def download():
            with socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=60) as server:
                peer, image = server.getsockname()[1], b""
                while piece := server.recv(1024):
                    image += piece
                return peer, image

        seen = set()
        for i in range(int(sys.argv[4])):
            peer, data = download()
            Image.open(io.BytesIO(data)).verify()
            image = Image.open(io.BytesIO(data))
            assert (image.format, image.mode, image.size) == ("PNG", "RGB", (int(sys.argv[2]), int(sys.argv[3])))
            image.load()
            seen.add(image.tobytes())
            print(peer)
        assert len(seen) == int(sys.argv[4]), "two images are the same"
        """;

    [PillowFact]
    public void Every_image_is_a_valid_PNG_for_another_decoder_and_announced_as_the_seed_does()
    {
        foreach (var model in new[] { "sequential", "threaded", "thread-pool", "select", "epoll", "async" })
        {
            using var server = ServeProcess.Start("image", "--model", model, "--port", "0");
            var peers = Judge(server, 10, 10, count: 100);
            foreach (var peer in peers)
            {
                server.AwaitOutput(line =>
                    string.Equals(line, $"Sent an image to ('127.0.0.1', {peer})", StringComparison.Ordinal));
            }
        }
    }

    [PillowFact]
    public void Images_of_any_size_are_valid_too()
    {
        foreach (var (width, height) in new[] { (1, 1), (1024, 50), (3, 1024), (300, 300) })
        {
            using var server = ServeProcess.Start("image", "--port", "0", "--quiet",
                "--width", Text(width), "--height", Text(height));
            Judge(server, width, height, count: 3);
        }
    }

    private static string[] Judge(ServeProcess server, int width, int height, int count) =>
        Pillow.Judge(DownloadAndOpen, Text(server.Endpoint.Port), Text(width), Text(height), Text(count))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
