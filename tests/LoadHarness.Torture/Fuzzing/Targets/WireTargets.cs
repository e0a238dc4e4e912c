using System.Text;
using LoadHarness.Contracts.Loading;
using LoadHarness.Workloads.Calibration;
using LoadHarness.Workloads.Http;
using LoadHarness.Workloads.Image;
using LoadHarness.Workloads.Mean;
using LoadHarness.Workloads.Memcached;
using LoadHarness.Workloads.Null;
using LoadHarness.Workloads.NumberList;
using LoadHarness.Workloads.Raw;
using LoadHarness.Workloads.Resp;

namespace LoadHarness.Torture.Fuzzing.Targets;

/// <summary>Both sides of the other protocols.</summary>
internal static class WireTargets
{
    private static readonly byte[][] _httpWords = Promise.Bytes(
        "GET / HTTP/1.1\r\n", "POST /x HTTP/1.1\r\n", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/1.1 204 No Content\r\n", "Content-Length: ", "Transfer-Encoding: chunked\r\n", "Connection: close\r\n",
        "\r\n", "\r\n\r\n", "5\r\nhello\r\n", "0\r\n\r\n", "a;x=y\r\n", ": ", "Host: h\r\n", "ffffffff\r\n");

    private static readonly byte[][] _respWords = Promise.Bytes(
        "*1\r\n$4\r\nPING\r\n", "*2\r\n$3\r\nGET\r\n$1\r\nk\r\n", "$-1\r\n", "*0\r\n", "*-1\r\n", "+OK\r\n",
        "-ERR x\r\n", ":1\r\n", "$3\r\n", "*3\r\n", "\r\n", "SET", "GET", "INCR", "DEL", "ECHO", "QUIT\r\n", "PING\r\n",
        "$", "*");

    private static readonly byte[][] _memcachedWords = Promise.Bytes(
        "get ", "set ", "delete ", "quit\r\n", "version\r\n", "noreply", " 0 0 5\r\nhello\r\n", "VALUE key 0 5\r\n",
        "END\r\n", "STORED\r\n", "ERROR\r\n", "\r\n", " 4294967295 ", " 0 ");

    private static readonly byte[][] _numberWords = Promise.Bytes(
        "ready", "-", "+", " ", "0", "1", ".", "e", "999999999");

    /// <summary>All of them.</summary>
    public static IEnumerable<FuzzTarget> All() => [.. Servers(), .. Clients(), .. Downloads()];

    private static IEnumerable<FuzzTarget> Servers()
    {
        yield return Server("http", new WorkloadMaker(new HttpWorkload(), ("response-bytes", "8")), _httpWords, 20_000,
            "GET / HTTP/1.1\r\nHost: h\r\n\r\nPOST /p?q HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello"
                + "GET / HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nX: " + new string('a', 16_350) + "\r\n\r\n",
            "POST / HTTP/1.1\r\nConnection: close\r\nContent-Length:  3 \r\n\r\nabcdef");
        yield return Server(
            "resp", new WorkloadMaker(new RespWorkload(), ("value-limit", "1"), ("memory-limit", "1")), _respWords,
            4096,
            "*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$5\r\nhello\r\n*2\r\n$3\r\nGET\r\n$1\r\nk\r\n*1\r\n$4\r\nPING\r\n",
            "*2\r\n$4\r\nINCR\r\n$1\r\nn\r\n*2\r\n$4\r\nincr\r\n$1\r\nn\r\n*3\r\n$3\r\nDEL\r\n$1\r\nn\r\n$1\r\nk\r\n",
            "PING\r\nset k v\r\nGET k\nECHO x\r\nCONFIG GET save\r\nCOMMAND DOCS\r\nQUIT\r\n",
            "*3\r\n$6\r\nCONFIG\r\n$3\r\nGET\r\n$10\r\nappendonly\r\n*0\r\n*-1\r\n*2\r\n$4\r\nPING\r\n$0\r\n\r\n");
        yield return Server(
            "memcached", new WorkloadMaker(new MemcachedWorkload(), ("value-limit", "1"), ("memory-limit", "1")),
            _memcachedWords, 4096,
            "set k 7 0 5\r\nhello\r\nget k\r\ndelete k\r\nget k\r\nversion\r\nbogus\r\n",
            "set k 0 0 3 noreply\r\na\r\n\r\nset e 0 1 1\r\nx\r\nget k\nget " + new string('k', 250) + "\r\nquit\r\n");
        yield return new ServerTarget("server/mean", new WorkloadMaker(new MeanWorkload()).Service)
        {
            Seeds = Promise.Bytes("12ready", " -7 \t\r\nready", "+0ready", new string('9', 4300) + " ready"),
            Words = _numberWords,
            Longest_bytes = 8192,
            // A number that arrives in pieces is counted anew with each, up to 4300 digits.
            Allowance_bytes = 64 * 1024 * 1024,
        };
        yield return Server("null", new WorkloadMaker(new NullWorkload(), ("request-bytes", "3")), [], 256, "nn\nnn\n");
        yield return Server("raw", new WorkloadMaker(new RawWorkload()), [], 256, "ping\nping\n");
        yield return Server("calibration", new WorkloadMaker(new CalibrationWorkload()), [], 64, "\n\n\n");
    }

    private static IEnumerable<FuzzTarget> Clients()
    {
        var http = new WorkloadMaker(new HttpWorkload(), ("response-bytes", "0"));
        yield return Client(http, "http-get", "get", _httpWords,
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "5\r\nhello\r\nA;x=y\r\n0123456789\r\n0\r\nT: t\r\n\r\n",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.0 200\r\ncontent-length: 2\r\n\r\nok",
            "HTTP/1.1 204 No Content\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        var resp = new WorkloadMaker(
            new RespWorkload(), ("keys", "200"), ("pipeline", "3"), ("command", "CONFIG GET save"));
        foreach (var stage in new RespWorkload().Stages) yield return Client(resp, $"resp-{stage}", stage, _respWords);
        yield return resp.ClientTarget("resp-prepare", "get", Purpose.Prepare, _respWords);
        var memcached = new WorkloadMaker(new MemcachedWorkload(), ("keys", "200"));
        yield return Client(memcached, "memcached-get", "get", _memcachedWords);
        yield return Client(memcached, "memcached-set", "set", _memcachedWords);
        yield return memcached.ClientTarget("memcached-prepare", "get", Purpose.Prepare, _memcachedWords);
        yield return Client(new WorkloadMaker(new CalibrationWorkload()), "calibration", "request", []);
        yield return Client(new WorkloadMaker(new NullWorkload(), ("response-bytes", "4")), "null", "exchange", []);
        var mean = new WorkloadMaker(new MeanWorkload());
        yield return Client(mean, "mean", new MeanWorkload().Stages[0], _numberWords,
            "12.5", "-1e+16", "nan", "inf", "0.1", "00000000000000000000000000000000000000001.0");
        var raw = new RawWorkload().Stages[0];
        yield return Client(new WorkloadMaker(new RawWorkload()), "raw-until", raw, [], "ping\n");
        yield return Client(
            new WorkloadMaker(new RawWorkload(), ("expect", "bytes 7"), ("answer-start", "ab")), "raw-bytes", raw, [],
            "abcdefg");
        yield return Client(
            new WorkloadMaker(new RawWorkload(), ("expect", @"until \r\n\r\n"), ("answer", @"ab\r\n\r\n")),
            "raw-answer",
            raw, Promise.Bytes("\r\n"), "ab\r\n\r\n");
        yield return Client(
            new WorkloadMaker(new RawWorkload(), ("expect", "close"), ("answer-start", "x")), "raw-close", raw, [],
            "xyz");
    }

    private static IEnumerable<FuzzTarget> Downloads()
    {
        foreach (var every in (string[])["1", "1000000"])
        {
            var list = new WorkloadMaker(
                new NumberListWorkload(), ("count", "9"), ("seed", "7"), ("check-every", every));
            yield return Client(list, $"number-list-{every}", "download", _numberWords, "1,-2,3,4,5,6,7,8,999999999");
            var image = new WorkloadMaker(new ImageWorkload(), ("width", "4"), ("height", "3"), ("check-every", every));
            var answer = image.Answer("download", Purpose.Measure);
            yield return new ClientTarget($"client/image-{every}", () => image.Client("download"), Purpose.Measure)
            {
                Seeds = [answer],
                Words = PngTargets.Words,
                Mend = PngTargets.Mend,
            };
        }
    }

    private static ServerTarget Server(
        string name, WorkloadMaker maker, IReadOnlyList<byte[]> words, int longest_bytes, params string[] seeds) =>
        new($"server/{name}", maker.Service)
        {
            Seeds = [.. seeds.Select(Encoding.UTF8.GetBytes)],
            Words = words,
            Longest_bytes = longest_bytes,
        };

    private static ClientTarget Client(
        WorkloadMaker maker, string name, string stage, IReadOnlyList<byte[]> words, params string[] further) =>
        new($"client/{name}", () => maker.Client(stage), Purpose.Measure)
        {
            Seeds = [maker.Answer(stage, Purpose.Measure), .. further.Select(Encoding.UTF8.GetBytes)],
            Words = words,
        };
}
