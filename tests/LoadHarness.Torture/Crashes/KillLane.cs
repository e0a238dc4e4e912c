using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using LoadHarness.Platform.Files.Faults;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Torture.Crashes;

/// <summary>
/// One data folder through many rounds: a server is started on it, what it has is checked, and concurrent writers
/// overwrite a few keys until kill -9 ends it, at a random moment or at a fault point. Checkpoints follow each other
/// quickly, so the moments are in the middle of everything. Not thread-safe.
/// </summary>
internal sealed class KillLane : IDisposable
{
    private const int Writers = 4;
    private const int KeysPerWriter = 8;
    private const int MostAcksToRandom = 80;

    /// <summary>By then every fault point has been passed many times.</summary>
    private const int MostAcksToFault = 4000;

    private readonly ProcessLauncher _launcher;
    private readonly IReadOnlyList<string> _program;
    private readonly string _folder;
    private readonly Random _random;

    /// <summary>Last acknowledged number of each key, and the one that was on its way when the server died.</summary>
    private readonly long[,] _acknowledged = new long[Writers, KeysPerWriter];
    private readonly long[,] _sent = new long[Writers, KeysPerWriter];
    private long _lastNumber;
    private long _acks;

    /// <summary>Begins with an empty table.</summary>
    /// <param name="program">How this program is started once more.</param>
    /// <param name="folder">Data folder; made by the first server.</param>
    /// <param name="seed">Seed of the moments.</param>
    public KillLane(IReadOnlyList<string> program, string folder, int seed)
    {
        (_program, _folder, _random) = (program, folder, new Random(seed));
        _launcher = new ProcessLauncher(program);
    }

    /// <summary>Writes acknowledged in all rounds.</summary>
    public long Acknowledged => Interlocked.Read(ref _acks);

    /// <summary>Ends the lane; a server that still runs dies.</summary>
    public void Dispose() => _launcher.Dispose();

    /// <summary>Starts a server, checks what it has, and ends it under load at a random moment.</summary>
    /// <returns>What was lost, or is half there; null for nothing.</returns>
    public string? KillAtRandom(string model)
    {
        using var server = TableProcess.Start(_launcher, _program, model, _folder, fault: null);
        if (server.Endpoint is not { } endpoint) return $"{model} did not start: {server.Said}";
        if (Check(endpoint) is { } loss) return $"{model}: {loss}";
        Write(endpoint, _random.Next(MostAcksToRandom), server);
        return null;
    }

    /// <summary>The same, with a server that ends itself at a fault point: under load, or while it starts.</summary>
    public string? KillAt(string model, FaultPoint fault)
    {
        using var server = TableProcess.Start(_launcher, _program, model, _folder, fault);
        if (server.Endpoint is { } endpoint)
        {
            if (Check(endpoint) is { } loss) return $"{model}: {loss}";
            Write(endpoint, MostAcksToFault, server: null);
        }

        return server.WasKilled ? null : $"{model} did not end at {fault}: {server.Said}";
    }

    /// <summary>Starts a server and checks what it has.</summary>
    public string? CheckOnly(string model)
    {
        using var server = TableProcess.Start(_launcher, _program, model, _folder, fault: null);
        return server.Endpoint is { } endpoint ? Check(endpoint) : $"{model} did not start: {server.Said}";
    }

    private string? Check(IPEndPoint server)
    {
        using var client = new TableClient(server);
        for (var writer = 0; writer < Writers; writer++)
        {
            for (var key = 0; key < KeysPerWriter; key++)
            {
                var (acknowledged, sent) = (_acknowledged[writer, key], _sent[writer, key]);
                var found = client.Lookup(Key(writer, key));
                if (found != acknowledged && found != sent)
                    return $"{Key(writer, key)}: {found} found, {acknowledged} acknowledged, {sent} sent last";
                // What was found is now what must not be lost: a reply has told us of it.
                _acknowledged[writer, key] = _sent[writer, key] = found;
            }
        }

        return null;
    }

    /// <summary>
    /// Writes until the server is gone, which is killed when enough writes are acknowledged. Without a server to kill
    /// that is when the fault point was not passed, and the writers end.
    /// </summary>
    private void Write(IPEndPoint endpoint, int acks, TableProcess? server)
    {
        using var enough = new CountdownEvent(1);
        var left = acks;
        var writers = Enumerable.Range(0, Writers).Select(writer => new Thread(() =>
        {
            WriteUntilGone(endpoint, writer, () =>
            {
                if (Interlocked.Decrement(ref left) == 0) enough.Signal();
                return server is not null || Volatile.Read(ref left) > 0;
            });
        })).ToList();
        writers.ForEach(writer => writer.Start());
        if (server is not null)
        {
            if (acks > 0) enough.Wait(TableProcess.Bound);
            server.Kill();
        }

        writers.ForEach(writer => writer.Join());
    }

    private void WriteUntilGone(IPEndPoint server, int writer, Func<bool> goesOn)
    {
        try
        {
            using var client = new TableClient(server);
            for (var i = 0; ; i++)
            {
                var key = i % KeysPerWriter;
                var number = Interlocked.Increment(ref _lastNumber);
                _sent[writer, key] = number;
                if (!client.Insert(Key(writer, key), number)) return;
                _acknowledged[writer, key] = number;
                Interlocked.Increment(ref _acks);
                if (!goesOn()) return;
            }
        }
        catch (Exception e) when (e is IOException or SocketException or JsonException)
        {
            // Killed, perhaps in the middle of an answer.
        }
    }

    private static string Key(int writer, int key) =>
        string.Create(CultureInfo.InvariantCulture, $"writer {writer} key {key}");
}
