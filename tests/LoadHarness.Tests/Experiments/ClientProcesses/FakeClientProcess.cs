using System.Globalization;
using LoadHarness.Clients.TestPerf;
using LoadHarness.Contracts.Loading;
using LoadHarness.Experiments.ClientProcesses;
using LoadHarness.Platform.Proc;

namespace LoadHarness.Tests.Experiments.ClientProcesses;

/// <summary>A client that answers at once: after <c>go</c> with some slices, of which the first is not whole.</summary>
internal sealed class FakeClientProcess : IClientProcess
{
    public const int Slices = 4;
    public const long PerSlice = 5;

    private readonly long _slice_ns;
    private readonly Action<string?> _heard;
    private bool _isUsedUp;

    public FakeClientProcess(ClientRequest request, Action<string?> heard, long slice_ns)
    {
        (Request, _heard, _slice_ns) = (request, heard, slice_ns);
        heard($"ready {request.Stage}");
    }

    public ClientRequest Request { get; }

    public List<string> Heard { get; } = [];

    public bool IsDisposed { get; private set; }

    /// <summary>The next stage ends for want of keys after its slices.</summary>
    public bool LacksKeys { get; set; }

    /// <summary>The next word ends it.</summary>
    public bool Dies { get; set; }

    public void Say(string line)
    {
        Heard.Add(line);
        if (Dies) _heard(null);
        else if (line.StartsWith("stage ", StringComparison.Ordinal)) _heard("ready " + line["stage ".Length..]);
        else if (line.StartsWith("go ", StringComparison.Ordinal)) Operate(line["go ".Length..]);
        else if (!_isUsedUp) Report();
    }

    public long Cpu_ns() => 1000;

    public ProcessSample Sample() => new() { Time_ns = 0, Cpu_ns = 1000 };

    public void Dispose() => IsDisposed = true;

    private void Operate(string start_ns)
    {
        var first = long.Parse(start_ns, CultureInfo.InvariantCulture) / _slice_ns;
        for (var i = 0; i < Slices; i++)
        {
            var slice = new Slice { Index = first + i, IsWhole = i > 0 };
            slice.Ended[(int)Outcome.Correct] = PerSlice;
            _heard(SliceText.Write(slice));
        }

        _isUsedUp = LacksKeys;
        if (_isUsedUp) Report();
    }

    private void Report() => _heard(string.Create(
        CultureInfo.InvariantCulture, $"stage=x operations={Slices * PerSlice} used_up={(_isUsedUp ? 1 : 0)}"));
}
