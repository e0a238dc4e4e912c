using System.Text;
using System.Text.Json;

namespace LoadHarness.Platform.Processes;

/// <summary>
/// One end of the control channel as lines of JSON: a thread of its own reads, any thread writes.
/// A line is at most 64 KiB; what cannot be read is skipped, so that the two ends may differ by a version.
/// </summary>
internal sealed class ControlChannelLines : IDisposable
{
    private const int MaxLineLength = 64 * 1024;
    private readonly StreamReader _input;
    private readonly StreamWriter _output;
    private readonly Lock _writing = new();
    private bool _listening;

    public ControlChannelLines(Stream input, Stream output)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        _input = new StreamReader(input, utf8);
        _output = new StreamWriter(output, utf8) { AutoFlush = false, NewLine = "\n" };
    }

    /// <summary>Starts the reading thread.</summary>
    /// <param name="name">Name of the thread.</param>
    /// <param name="received">Called for every message, on that thread.</param>
    /// <param name="closed">Called once when the other end is gone.</param>
    public void Listen(string name, Action<ControlMessage> received, Action closed)
    {
        _listening = true;
        var thread = new Thread(() => Read(received, closed)) { IsBackground = true, Name = name };
        thread.Start();
    }

    /// <summary>Writes one line; false when the other end is gone.</summary>
    public bool Send(ControlMessage message)
    {
        var line = JsonSerializer.Serialize(message, ControlJson.Default.ControlMessage);
        try
        {
            lock (_writing)
            {
                _output.WriteLine(line);
                _output.Flush();
            }

            return true;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>
    /// Closes the sending side. The reading thread closes the other one when the other end has gone:
    /// closing a pipe while a thread reads from it would block.
    /// </summary>
    public void Dispose()
    {
        Quietly(_output.Dispose);
        if (!_listening) Quietly(_input.Dispose);
    }

    private static void Quietly(Action close)
    {
        try
        {
            close();
        }
        catch (IOException)
        {
            // What was still buffered for an end that is gone is of no use to anybody.
        }
    }

    private void Read(Action<ControlMessage> received, Action closed)
    {
        try
        {
            while (_input.ReadLine() is { } line)
            {
                if (line.Length <= MaxLineLength && Parse(line) is { } message) received(message);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The other end is gone, or this one was closed.
        }

        Quietly(_input.Dispose);
        closed();
    }

    /// <summary>Reads a line.</summary>
    /// <returns>Null when it is no message.</returns>
    internal static ControlMessage? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, ControlJson.Default.ControlMessage);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
