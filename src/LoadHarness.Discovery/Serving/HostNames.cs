using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace LoadHarness.Discovery.Serving;

/// <summary>
/// Names of senders by reverse lookup, remembered: the name is part of a record's identity and must not change between
/// two updates just because a resolver was slow once.
/// </summary>
internal sealed class HostNames(TimeProvider time)
{
    private const int MaxRemembered = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<IPAddress, (string? Name, long At)> _known = new();

    /// <summary>The name, or null when there is none. Loopback is <c>localhost</c> without asking anybody.</summary>
    internal async ValueTask<string?> FindAsync(IPAddress address, CancellationToken cancel)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address)) return "localhost";
        if (_known.TryGetValue(address, out var known) && time.GetElapsedTime(known.At) < Remembered) return known.Name;
        var name = await LookUpAsync(address, cancel);
        // Senders of forged addresses must not fill the memory; forgetting all costs one lookup each.
        if (_known.Count >= MaxRemembered) _known.Clear();
        _known[address] = (name, time.GetTimestamp());
        return name;
    }

    private async Task<string?> LookUpAsync(IPAddress address, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            var entry = await Dns.GetHostEntryAsync(address.ToString(), either.Token);
            return entry.HostName.Length > 0 && System.Text.Ascii.IsValid(entry.HostName) ? entry.HostName : null;
        }
        catch (SocketException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
    }
}
