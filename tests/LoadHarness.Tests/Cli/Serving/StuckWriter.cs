using System.Text;

namespace LoadHarness.Tests.Cli.Serving;

/// <summary>An output that takes its first line and then nothing until it is released.</summary>
internal sealed class StuckWriter : TextWriter
{
    private readonly StringBuilder _text = new();
    private readonly object _gate = new();
    private bool _isFree;
    private bool _hasFirst;

    public override Encoding Encoding => Encoding.UTF8;

    public override void WriteLine(string? value)
    {
        lock (_gate)
        {
            while (_hasFirst && !_isFree) Monitor.Wait(_gate);
            _hasFirst = true;
            _text.AppendLine(value);
            Monitor.PulseAll(_gate);
        }
    }

    public void Release()
    {
        lock (_gate)
        {
            _isFree = true;
            Monitor.PulseAll(_gate);
        }
    }

    public void WaitFor(Predicate<string> condition)
    {
        lock (_gate)
        {
            while (!condition(_text.ToString()))
                Monitor.Wait(_gate, TimeSpan.FromSeconds(60)).ShouldBeTrue("the line was never printed");
        }
    }
}
