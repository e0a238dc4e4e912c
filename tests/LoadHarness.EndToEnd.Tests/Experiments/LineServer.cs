using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LoadHarness.EndToEnd.Tests.Experiments;

/// <summary>Answers each line by itself, and takes its time for it.</summary>
internal sealed class LineServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ManualResetEventSlim _stopped = new();
    private readonly SemaphoreSlim _workers;
    private readonly TimeSpan _work;
    private int _answers;

    /// <summary>Starts it.</summary>
    /// <param name="work">Time that a line takes.</param>
    /// <param name="workers">Lines that are worked on at the same time, over all connections.</param>
    public LineServer(TimeSpan work, int workers = int.MaxValue)
    {
        (_work, _workers) = (work, new SemaphoreSlim(workers));
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
                client.NoDelay = true;
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, leaveOpen: true);
                while (reader.ReadLine() is { } line && Work())
                {
                    Interlocked.Increment(ref _answers);
                    stream.Write(Encoding.ASCII.GetBytes(line + "\n"));
                }
            }
        }
        catch (IOException)
        {
            // The client has gone.
        }
    }

    /// <summary>Takes its time; false when the server has been stopped meanwhile.</summary>
    private bool Work()
    {
        _workers.Wait();
        try
        {
            return !_stopped.Wait(_work);
        }
        finally
        {
            _workers.Release();
        }
    }
}
