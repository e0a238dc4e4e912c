using LoadHarness.Engine;

namespace LoadHarness.Tests.Engine;

/// <summary>Ends the run when it has seen enough; gives up after many windows.</summary>
internal sealed class TestObserver(Func<TestObserver, bool> isEnough) : ILoadObserver
{
    private const int MostWindows = 3000;

    public List<WindowSnapshot> Windows { get; } = [];

    public int StartedCount { get; private set; }

    public Action OnWindow { get; init; } = () => { };

    public Action OnEnding { get; init; } = () => { };

    public long Correct => Windows.Sum(w => w.CorrectCount);

    public static TestObserver After(int windows) => new(o => o.Windows.Count == windows);

    public static TestObserver AfterCorrect(long operations) => new(o => o.Correct >= operations);

    public static TestObserver AfterErrors(long operations) => new(o => o.Windows.Sum(w => w.ErrorCount) >= operations);

    public void Started(long start_ns) => StartedCount++;

    public void Ending() => OnEnding();

    public bool WindowClosed(WindowSnapshot window)
    {
        Windows.Add(window);
        OnWindow();
        Windows.Count.ShouldBeLessThan(MostWindows, "the run does not get where it should");
        return !isEnough(this);
    }
}
