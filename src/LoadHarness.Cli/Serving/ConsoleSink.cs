using System.Globalization;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Cli.Serving;

/// <summary>
/// Prints what services and models tell, without ever making them wait: lines are kept, and a thread of its own prints
/// them.
/// When a slow terminal lets too many pile up, the further ones are dropped and counted.
/// </summary>
internal sealed class ConsoleSink : IEventSink, IDisposable
{
    private const int MostWaiting = 100_000;
    private static readonly TimeSpan _lastPrinting = TimeSpan.FromMilliseconds(300);

    private readonly TextWriter _output;
    private readonly object _gate = new();
    private List<string> _waiting = [];
    private List<string> _printing = [];
    private Thread? _printer;
    private long _dropped;
    private bool _isEnding;

    /// <summary>Makes a sink that prints nothing yet.</summary>
    /// <param name="output">Where lines go.</param>
    /// <param name="isQuiet">Drop messages.</param>
    /// <param name="isTraced">Print the trace.</param>
    public ConsoleSink(TextWriter output, bool isQuiet, bool isTraced)
    {
        _output = output;
        ShowsMessages = !isQuiet;
        ShowsTrace = isTraced;
    }

    /// <inheritdoc/>
    public bool ShowsMessages { get; }

    /// <inheritdoc/>
    public bool ShowsTrace { get; }

    /// <summary>Receives every event; for the control channel.</summary>
    public Action<ServiceEvent>? EventListener { get; set; }

    /// <summary>
    /// Prints the first line, if there is one, at once, then what has been told until now, then whatever comes.
    /// </summary>
    public void Begin(string? firstLine)
    {
        if (firstLine is not null)
        {
            _output.WriteLine(firstLine);
            _output.Flush();
        }

        _printer = new Thread(PrintAll) { IsBackground = true, Name = "console" };
        _printer.Start();
    }

    /// <inheritdoc/>
    public void Message(string line)
    {
        if (ShowsMessages) Keep(line);
    }

    /// <inheritdoc/>
    public void Trace(string line)
    {
        if (ShowsTrace) Keep(line);
    }

    /// <inheritdoc/>
    public void Occurred(ServiceEvent happened)
    {
        EventListener?.Invoke(happened);
        if (ShowsTrace)
            Keep(string.Create(CultureInfo.InvariantCulture, $"{happened.Kind} {happened.Count} {happened.Detail}"));
    }

    /// <summary>Prints what waits, unless the reader of the output takes too long, and ends.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isEnding = true;
            Monitor.PulseAll(_gate);
        }

        if (_printer is null) PrintAll();
        else _printer.Join(_lastPrinting);
    }

    private void Keep(string line)
    {
        lock (_gate)
        {
            if (_waiting.Count >= MostWaiting)
            {
                _dropped++;
                return;
            }

            _waiting.Add(line);
            if (_waiting.Count == 1) Monitor.Pulse(_gate);
        }
    }

    private void PrintAll()
    {
        try
        {
            while (TakeWaiting() is { } lines)
            {
                foreach (var line in lines) _output.WriteLine(line);
                _output.Flush();
                lines.Clear();
            }
        }
        catch (IOException)
        {
            // Nobody reads the output any more; serving goes on.
        }
    }

    private List<string>? TakeWaiting()
    {
        lock (_gate)
        {
            while (_waiting.Count == 0 && !_isEnding) Monitor.Wait(_gate);
            if (_waiting.Count == 0) return null;
            if (_dropped > 0)
                _waiting.Add(string.Create(CultureInfo.InvariantCulture, $"({_dropped} lines dropped: the output is "
                    + $"too slow)"));
            _dropped = 0;
            (_waiting, _printing) = (_printing, _waiting);
            return _printing;
        }
    }
}
