using System.Diagnostics;
using System.Globalization;
using LoadHarness.EndToEnd.Tests.Peers;

namespace LoadHarness.EndToEnd.Tests.Serving;

public sealed class PythonClientTests
{
    private const string Prelude = """
        import json, socket, sys
        stream = socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=60).makefile("rwb")

        def ask(**request):
            stream.write(json.dumps(request).encode() + b"\n")
            stream.flush()
            return json.loads(stream.readline().decode("ascii"))

        def expect(reply, **fields):
            assert all(reply.get(name) == value for name, value in fields.items()), reply


        """;

    private const string Fill = Prelude + """
        zebra = {"weight": 100, "name": "fr\u00e9d"}
        expect(ask(method="insert", key="zebra", value=zebra), status="OK", result=None)
        expect(ask(method="insert", key="k\u00e4fer", value=[1, 2.5, None, True]), status="OK")
        expect(ask(method="insert", key="gone", value="soon"), status="OK")
        expect(ask(method="lookup", key="zebra"), status="OK", result=zebra)
        expect(ask(method="scan", regex="^z.*a$"), status="OK", result=[["zebra", zebra]])
        expect(ask(method="query", subkey="weight", subvalue=100), status="OK", result=[["zebra", zebra]])
        expect(ask(method="remove", key="gone"), status="OK", result="soon")
        expect(ask(method="remove", key="gone"), status="exception", type="KeyError")
        expect(ask(method="size"), status="OK", result=2)
        expect(ask(method="explode"), status="exception", type="InvalidMethod")
        """;

    private const string Check = Prelude + """
        expect(ask(method="lookup", key="zebra"), status="OK", result={"weight": 100, "name": "fr\u00e9d"})
        expect(ask(method="lookup", key="k\u00e4fer"), status="OK", result=[1, 2.5, None, True])
        expect(ask(method="lookup", key="gone"), status="exception", type="KeyError")
        expect(ask(method="size"), status="OK", result=2)
        """;

    [PeerFact("python3")]
    public void A_client_in_another_language_finds_its_data_after_kill_and_restart()
    {
        using var data = new TemporaryFolder();
        ValueTuple<string, string>[] turns =
            [("select", Fill), ("threaded", Check), ("epoll", Check), ("sequential", Check)];
        foreach (var (model, script) in turns)
        {
            using var server = ServeProcess.Start("hashtable", "--model", model, "--port", "0", "--data", data.Path);
            Run(script, server.Endpoint.Port);
            server.Kill();
        }
    }

    private static void Run(string script, int port)
    {
        var start = new ProcessStartInfo("python3", ["-c", script, port.ToString(CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        using var python = Process.Start(start)!;
        var errors = python.StandardError.ReadToEnd();
        python.WaitForExit(ServeProcess.Bound).ShouldBeTrue();
        python.ExitCode.ShouldBe(0, errors);
    }
}
