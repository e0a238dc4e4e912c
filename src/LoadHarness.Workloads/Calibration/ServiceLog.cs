using System.Globalization;
using System.Text;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Workloads.Calibration;

/// <summary>
/// What the server saw and did, request by request: kept in memory while it serves, written as CSV at its end.
/// </summary>
internal sealed class ServiceLog : IDisposable
{
    private const int Block = 8192;
    private const string Header = "format,connection,arrival_ns,service_ns,done_ns,left_ns";

    private readonly List<LoggedRequest[]> _blocks = [new LoggedRequest[Block]];
    private readonly string _path;
    private readonly FileStream _file;
    private int _count;

    /// <summary>Makes the file, so that a path which cannot be written is told before the first request.</summary>
    /// <exception cref="DurabilityException">It cannot be made.</exception>
    public ServiceLog(string path)
    {
        _path = path;
        _file = Guarded(() => new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read));
    }

    /// <summary>Adds a request whose answer has not left.</summary>
    /// <returns>Its place in the log.</returns>
    public int Add(long connection, long arrival_ns, long service_ns, long done_ns)
    {
        if (_count == _blocks.Count * Block) _blocks.Add(new LoggedRequest[Block]);
        _blocks[^1][_count % Block] = new LoggedRequest(connection, arrival_ns, service_ns, done_ns);
        return _count++;
    }

    /// <summary>The answer of a request leaves.</summary>
    public void Left(int place, long left_ns)
    {
        ref var request = ref _blocks[place / Block][place % Block];
        request = request with { Left_ns = left_ns };
    }

    /// <summary>Writes everything.</summary>
    /// <exception cref="DurabilityException">It cannot be written.</exception>
    public void Dispose() => Guarded(() =>
    {
        using (_file)
        using (var text = new StreamWriter(_file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16))
        {
            text.NewLine = "\n";
            text.WriteLine(Header);
            for (var i = 0; i < _count; i++) WriteLine(text, _blocks[i / Block][i % Block]);
        }

        return 0;
    });

    private static void WriteLine(StreamWriter text, LoggedRequest request) => text.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"1,{request.Connection},{request.Arrival_ns},{request.Service_ns},{request.Done_ns},{request.Left_ns}"));

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DurabilityException($"{_path}: the log of requests cannot be written: {e.Message}", e);
        }
    }
}
