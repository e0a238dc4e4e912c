using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace LoadHarness.Benchmarks.Floor;

/// <summary>The floor's server, which all generators load; it ends with this object.</summary>
internal sealed class FloorServer : IDisposable
{
    private readonly Process _process;

    public FloorServer(string folder, int cpu)
    {
        var start = new ProcessStartInfo(Path.Combine(folder, "server"))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.ArgumentList.Add(cpu.ToString(CultureInfo.InvariantCulture));
        _process = Process.Start(start)!;
        var port = int.Parse(_process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
        Endpoint = new IPEndPoint(IPAddress.Loopback, port);
    }

    public IPEndPoint Endpoint { get; }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
