namespace LoadHarness.Platform.Processes;

/// <summary>The last lines a child process has written: shown when it fails. Safe for use by several threads.</summary>
public sealed class OutputTail
{
    private const int MaxLength = 1000;
    private readonly Queue<string> _lines = new();
    private readonly Lock _lock = new();
    private readonly int _capacity;

    /// <summary>Keeps this many lines, each cut after 1000 characters.</summary>
    public OutputTail(int capacity = 20) => _capacity = capacity;

    /// <summary>The lines kept, oldest first.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lock) return [.. _lines];
        }
    }

    /// <summary>Adds a line; null, the end of the output, is ignored.</summary>
    public void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        lock (_lock)
        {
            _lines.Enqueue(line.Length > MaxLength ? line[..MaxLength] : line);
            if (_lines.Count > _capacity) _lines.Dequeue();
        }
    }
}
