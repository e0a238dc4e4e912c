using System.Net.Sockets;
using LoadHarness.Discovery;
using LoadHarness.Discovery.Locating;
using LoadHarness.Tests.Discovery.Fakes;

namespace LoadHarness.Tests.Discovery.Locating;

public class ServerConnectorTests
{
    private static readonly Candidate New = new("10.0.0.1", 2, 200);
    private static readonly Candidate Old = new("10.0.0.1", 1, 100);

    private readonly ManualTime _time = new();
    private readonly List<string> _tried = [];
    private readonly List<(string Why, double Pause_s)> _pauses = [];

    [Fact]
    public async Task A_stale_record_is_passed_over_without_a_pause()
    {
        var connector = Connector(() => [New, Old], candidate => candidate == Old);
        (await connector.ConnectAsync(1, Paused, CancellationToken.None)).ShouldBe("10.0.0.1:1");
        _tried.ShouldBe(["10.0.0.1:2", "10.0.0.1:1"]);
        _pauses.ShouldBeEmpty();
    }

    [Fact]
    public async Task When_nobody_answers_the_catalog_is_asked_again_after_growing_pauses()
    {
        var rounds = 0;
        var connector = Connector(() => ++rounds < 4 ? [Old] : [New], candidate => candidate == New);
        var connecting = connector.ConnectAsync(int.MaxValue, Paused, CancellationToken.None);
        foreach (var pause_s in new[] { 1, 2, 4 })
        {
            connecting.IsCompleted.ShouldBeFalse();
            _pauses[^1].Pause_s.ShouldBe(pause_s);
            _pauses[^1].Why.ShouldStartWith("none of the servers registered answers: 10.0.0.1:1 (");
            await Pass(TimeSpan.FromSeconds(pause_s), connecting);
        }

        (await connecting).ShouldBe("10.0.0.1:2");
    }

    [Fact]
    public async Task An_unknown_name_and_a_silent_catalog_are_tried_again_too()
    {
        var rounds = 0;
        var connector = Connector(
            () => ++rounds switch { 1 => [], 2 => throw new DiscoveryException("catalog down"), _ => [New] },
            _ => true);
        var connecting = connector.ConnectAsync(3, Paused, CancellationToken.None);
        await Pass(TimeSpan.FromSeconds(1), connecting);
        await Pass(TimeSpan.FromSeconds(2), connecting);
        (await connecting).ShouldBe("10.0.0.1:2");
        _pauses.Select(pause => pause.Why)
            .ShouldBe(["no server of that name is registered with the catalog", "catalog down"]);
    }

    [Fact]
    public async Task The_last_attempt_tells_why()
    {
        var connector = Connector(() => [], _ => true);
        (await Should.ThrowAsync<DiscoveryException>(() => connector.ConnectAsync(1, Paused, CancellationToken.None)))
            .Message.ShouldContain("no server of that name");
    }

    [Fact]
    public async Task Other_failures_of_connecting_are_not_hidden()
    {
        var connector = new ServerConnector<string>(
            _ => Task.FromResult<IReadOnlyList<Candidate>>([New]),
            (_, _) => throw new InvalidOperationException("bug"),
            _time);
        await Should.ThrowAsync<InvalidOperationException>(
            () => connector.ConnectAsync(5, Paused, CancellationToken.None));
    }

    [Fact]
    public async Task Cancelling_ends_a_pause()
    {
        using var cancel = new CancellationTokenSource();
        var connecting = Connector(() => [], _ => true).ConnectAsync(int.MaxValue, Paused, cancel.Token);
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => connecting);
    }

    [Fact]
    public void Pauses_double_up_to_sixteen_seconds() =>
        Enumerable.Range(1, 7).Append(int.MaxValue).Select(failures => BackOff.After(failures).TotalSeconds)
            .ShouldBe([1, 2, 4, 8, 16, 16, 16, 16]);

    private ServerConnector<string> Connector(
        Func<IReadOnlyList<Candidate>> find, Func<Candidate, bool> answers) => new(
        _ => Task.FromResult(find()),
        (candidate, _) =>
        {
            _tried.Add(candidate.ToString());
            return answers(candidate)
                ? Task.FromResult(candidate.ToString())
                : throw new SocketException((int)SocketError.ConnectionRefused);
        },
        _time);

    private void Paused(string why, TimeSpan pause) => _pauses.Add((why, pause.TotalSeconds));

    /// <summary>Ends a pause and waits until what it held back has run on, to the next pause or the end.</summary>
    private async Task Pass(TimeSpan pause, Task connecting)
    {
        var before = _pauses.Count;
        _time.Advance(pause);
        await Eventually.SeenAsync(
            () => Task.FromResult((connecting.IsCompleted, Pauses: _pauses.Count, _time.Waiting)),
            seen => seen.IsCompleted || (seen.Pauses > before && seen.Waiting > 0), "it pauses again or has ended");
    }
}
