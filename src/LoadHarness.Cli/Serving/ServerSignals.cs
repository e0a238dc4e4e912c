using System.Runtime.InteropServices;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Cli.Serving;

/// <summary>
/// The signals a server lives with. Ctrl-C and SIGTERM: the first asks to stop, the second ends the process at once.
/// A limit on file sizes must not end it: a log that reaches it is a full disk and is told as one.
/// </summary>
internal sealed class ServerSignals : IDisposable
{
    private readonly Action _stop;
    private readonly List<PosixSignalRegistration> _registrations;
    private int _count;

    /// <summary>Listens for the signals.</summary>
    /// <param name="stop">Called once, on a thread of the runtime.</param>
    public ServerSignals(Action stop)
    {
        _stop = stop;
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Received),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Received),
        ];
        FileSizeSignal.Ignore();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
    }

    /// <summary>A request to stop has come.</summary>
    internal void Received(PosixSignalContext context)
    {
        if (Interlocked.Increment(ref _count) > 1) return;
        context.Cancel = true;
        _stop();
    }
}
