using System.Net;
using System.Net.Sockets;

namespace LoadHarness.EndToEnd.Tests.Experiments;

/// <summary>Answers each line by itself, but only after a while.</summary>
internal sealed class LateServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ManualResetEventSlim _stopped = new();
    private readonly TimeSpan _delay;
    private int _answers;

    public LateServer(TimeSpan delay)
    {
        _delay = delay;
        _listener.Start();
        new Thread(Accept) { IsBackground = true }.Start();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Answers it had ready, whether or not somebody still wanted them.</summary>
    public int Answers => Volatile.Read(ref _answers);

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
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, leaveOpen: true);
                while (reader.ReadLine() is { } line && !_stopped.Wait(_delay))
                {
                    Interlocked.Increment(ref _answers);
                    stream.Write(System.Text.Encoding.ASCII.GetBytes(line + "\n"));
                }
            }
        }
        catch (IOException)
        {
            // The client has gone.
        }
    }
}
