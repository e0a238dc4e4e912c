using System.Net;
using System.Net.Sockets;

namespace LoadHarness.EndToEnd.Tests.Experiments;

/// <summary>Answers lines by themselves, one at a time over all connections, and takes its time for each.</summary>
internal sealed class SlowServer : IDisposable
{
    private static readonly TimeSpan _work = TimeSpan.FromMilliseconds(2);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly SemaphoreSlim _worker = new(1);
    private readonly ManualResetEventSlim _stopped = new();

    public SlowServer()
    {
        _listener.Start();
        new Thread(Accept) { IsBackground = true }.Start();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose()
    {
        _stopped.Set();
        _listener.Stop();
    }

    private void Accept()
    {
        while (!_stopped.IsSet)
        {
            try
            {
                var client = _listener.AcceptTcpClient();
                new Thread(() => Serve(client)) { IsBackground = true }.Start();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Serve(TcpClient client)
    {
        using var _ = client;
        client.NoDelay = true;
        var stream = client.GetStream();
        try
        {
            Span<byte> one = stackalloc byte[1];
            var line = new List<byte>();
            while (stream.Read(one) == 1)
            {
                line.Add(one[0]);
                if (one[0] != (byte)'\n') continue;
                Work();
                stream.Write([.. line]);
                line.Clear();
            }
        }
        catch (IOException)
        {
            // The client has gone.
        }
    }

    private void Work()
    {
        _worker.Wait();
        try
        {
            _stopped.Wait(_work);
        }
        finally
        {
            _worker.Release();
        }
    }
}
