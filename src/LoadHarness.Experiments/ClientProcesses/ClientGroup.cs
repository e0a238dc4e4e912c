using System.Collections.Concurrent;
using System.Net;
using LoadHarness.Contracts.Time;
using LoadHarness.Engine;

namespace LoadHarness.Experiments.ClientProcesses;

/// <summary>The client programs of one server: more are started when a level needs them. Used by one thread.</summary>
/// <param name="start">Starts a client.</param>
internal sealed class ClientGroup(StartClient start) : IDisposable
{
    private const long Patience_ns = 60_000_000_000;
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(100);

    private readonly List<IClientProcess> _clients = [];
    private BlockingCollection<(int Client, string? Line)> _heard = [];
    private IPEndPoint? _target;
    private (string Stage, int Count) _ready;

    /// <summary>The clients there are.</summary>
    public IReadOnlyList<IClientProcess> Clients => _clients;

    /// <summary>Makes the first clients ready for a stage; those of another server are ended.</summary>
    /// <returns>How it went: complete, cancelled, or a client failed because the server did.</returns>
    public RunEnd MakeReady(IPEndPoint target, string stage, int count, CancellationToken cancellation)
    {
        if (_ready == (stage, count) && target.Equals(_target)) return RunEnd.Complete;
        if (!target.Equals(_target)) Restart(target);
        _ready = default;
        for (var i = 0; i < count; i++)
        {
            if (i < _clients.Count) _clients[i].Say($"stage {stage}");
            else _clients.Add(Start(i, target, stage));
        }

        var end_ns = MonotonicClock.Now_ns + Patience_ns;
        for (var left = count; left > 0;)
        {
            if (!TryHear(out var said))
            {
                if (cancellation.IsCancellationRequested) return Abandon(RunEnd.Cancelled);
                if (MonotonicClock.Now_ns > end_ns) return Abandon(RunEnd.ServerUnreachable);
            }
            else if (said.Line is null)
            {
                return Abandon(RunEnd.ServerUnreachable);
            }
            else if (string.Equals(said.Line, $"ready {stage}", StringComparison.Ordinal))
            {
                left--;
            }
        }

        _ready = (stage, count);
        return RunEnd.Complete;
    }

    /// <summary>Says a line to the clients that are ready.</summary>
    public void SayAll(int count, string line)
    {
        _ready = default;
        for (var i = 0; i < count; i++) _clients[i].Say(line);
    }

    /// <summary>The next line of any client, null in place of it when the client has ended.</summary>
    /// <returns>False when none has said anything for a while.</returns>
    public bool TryHear(out (int Client, string? Line) said) => _heard.TryTake(out said, _look);

    /// <summary>Ends all clients: they are not as they should be.</summary>
    public RunEnd Abandon(RunEnd end)
    {
        Restart(null);
        return end;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Restart(null);
        _heard.Dispose();
    }

    private IClientProcess Start(int index, IPEndPoint target, string stage)
    {
        var heard = _heard;
        return start(new ClientRequest(target, index, stage), line => heard.Add((index, line)));
    }

    private void Restart(IPEndPoint? target)
    {
        foreach (var client in _clients) client.Dispose();
        _clients.Clear();
        // Late words of the old ones go to the old box.
        _heard = [];
        _ready = default;
        _target = target;
    }
}
