using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using LoadHarness.Contracts.Randomness;

namespace LoadHarness.Torture.Attacks.Kinds;

/// <summary>
/// Floods a catalog's datagram port: updates of services that do not exist, each under another name, and noise.
/// </summary>
internal sealed class DatagramFlood : IDisposable
{
    private const int PerRound = 200;
    private const int Noise_bytes = 512;

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(5);

    private readonly Socket _socket;
    private readonly ManualResetEventSlim _isLifted = new();
    private readonly Thread _worker;
    private readonly ulong _seed;
    private long _sent;

    /// <summary>Begins it.</summary>
    /// <param name="catalog">Where updates go.</param>
    /// <param name="seed">Seed of names and noise.</param>
    public DatagramFlood(IPEndPoint catalog, ulong seed)
    {
        _seed = seed;
        _socket = new Socket(catalog.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        _socket.Connect(catalog);
        _worker = new Thread(Flood) { IsBackground = true, Name = "flood" };
        _worker.Start();
    }

    /// <summary>Datagrams so far.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <inheritdoc/>
    public void Dispose()
    {
        _isLifted.Set();
        _worker.Join();
        _socket.Dispose();
        _isLifted.Dispose();
    }

    private void Flood()
    {
        while (!_isLifted.Wait(_pause))
        {
            for (var i = 0; i < PerRound; i++)
            {
                var place = (ulong)Interlocked.Increment(ref _sent);
                _socket.Send(place % 2 == 0 ? Update(place) : Noise(place), SocketFlags.None, out _);
            }
        }
    }

    /// <summary>Port 1 is the innocent's: an update from the same address would take its record's place.</summary>
    private byte[] Update(ulong place) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $$"""{"type":"flood","project":"{{SplitMix64.At(_seed, place)}}","port":{{2 + (place % 65_534)}}}"""));

    private byte[] Noise(ulong place)
    {
        var bytes = new byte[Noise_bytes];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)SplitMix64.At(_seed ^ place, (ulong)i);
        return bytes;
    }
}
