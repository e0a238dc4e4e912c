using System.Runtime.InteropServices;

namespace LoadHarness.Cli.Serving;

/// <summary>
/// The signals a server lives with. Ctrl-C and SIGTERM: the first asks to stop, the second ends the process at once.
/// SIGXFSZ would kill it when the log reaches a limit on file sizes; ignored, the write fails like any other and can be
/// told.
/// </summary>
internal sealed class ServerSignals : IDisposable
{
    private const PosixSignal FileSizeExceeded = (PosixSignal)25;

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
        if (OperatingSystem.IsWindows()) return;
        _registrations.Add(PosixSignalRegistration.Create(FileSizeExceeded, context => context.Cancel = true));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
    }

    private void Received(PosixSignalContext context)
    {
        if (Interlocked.Increment(ref _count) > 1) return;
        context.Cancel = true;
        _stop();
    }
}
