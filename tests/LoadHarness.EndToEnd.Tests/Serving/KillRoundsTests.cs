using System.Globalization;
using System.Net;

namespace LoadHarness.EndToEnd.Tests.Serving;

public sealed class KillRoundsTests
{
    private const int Rounds = 100;
    private const int Writers = 4;
    private const int KeysPerWriter = 8;
    private const int AcksPerRound = 40;

    /// <summary>Last acknowledged value of each key, and the one that was on its way when the server died.</summary>
    private readonly long[,] _acknowledged = new long[Writers, KeysPerWriter];
    private readonly long[,] _sent = new long[Writers, KeysPerWriter];
    private long _lastValue;
    private int _acks;

    /// <summary>
    /// Concurrent writers overwrite a few keys, so that logs and checkpoints (one per 100 writes) follow each other
    /// quickly,
    /// and each round ends with kill -9 in the middle of it. The next start must know every acknowledged write.
    /// </summary>
    [Fact]
    public void No_acknowledged_write_is_lost_in_a_hundred_rounds_of_kill_and_restart()
    {
        using var data = new TemporaryFolder();
        for (var round = 0; round < Rounds; round++)
        {
            using var server = Serve(data, round);
            Check(server.Endpoint);
            WriteUntilKilled(server);
        }

        using var last = Serve(data, Rounds);
        Check(last.Endpoint);
        _lastValue.ShouldBeGreaterThan(Rounds * AcksPerRound);
    }

    private static ServeProcess Serve(TemporaryFolder data, int round) => ServeProcess.Start(
        "hashtable", "--model", round % 2 == 0 ? "select" : "threaded", "--port", "0", "--data", data.Path);

    private void WriteUntilKilled(ServeProcess server)
    {
        Volatile.Write(ref _acks, 0);
        using var enough = new ManualResetEventSlim();
        var writers = Enumerable.Range(0, Writers)
            .Select(writer => new Thread(() => Write(server.Endpoint, writer, enough)))
            .ToList();
        writers.ForEach(writer => writer.Start());
        enough.Wait(ServeProcess.Bound).ShouldBeTrue("the writes did not get on");
        server.Kill();
        writers.ForEach(writer => writer.Join());
    }

    private void Write(IPEndPoint server, int writer, ManualResetEventSlim enough)
    {
        try
        {
            using var client = new JsonLineClient(server);
            for (var i = 0; ; i++)
            {
                var key = i % KeysPerWriter;
                var value = Interlocked.Increment(ref _lastValue);
                _sent[writer, key] = value;
                if (!client.Insert(Key(writer, key), value)) return;
                _acknowledged[writer, key] = value;
                if (Interlocked.Increment(ref _acks) == AcksPerRound) enough.Set();
            }
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException or ObjectDisposedException)
        {
            // Killed.
        }
    }

    private void Check(IPEndPoint server)
    {
        using var client = new JsonLineClient(server);
        for (var writer = 0; writer < Writers; writer++)
        {
            for (var key = 0; key < KeysPerWriter; key++)
            {
                var found = client.Lookup(Key(writer, key)) ?? 0;
                long[] allowed = [_acknowledged[writer, key], _sent[writer, key]];
                allowed.ShouldContain(found);
                // What was found is now what must not be lost: a reply has told us of it.
                _acknowledged[writer, key] = _sent[writer, key] = found;
            }
        }
    }

    private static string Key(int writer, int key) =>
        string.Create(CultureInfo.InvariantCulture, $"writer {writer} key {key}");
}
