namespace LoadHarness.Tests.Torture.Waiting;

public sealed class EventuallyTests
{
    private int _looks;

    [Fact]
    public void What_was_waited_for_is_returned_once_it_is_seen() =>
        Eventually.Seen(Look, seen => seen >= 3, "the third look").ShouldBe(3);

    [Fact]
    public async Task So_it_is_when_looking_has_to_be_waited_for() =>
        (await Eventually.SeenAsync(() => Task.FromResult(Look()), seen => seen >= 3, "the third look")).ShouldBe(3);

    [Fact]
    public void Whoever_waits_in_vain_is_told_for_what_and_what_was_seen_last() =>
        Should.Throw<TimeoutException>(() => Eventually.Seen(() => 2, seen => seen == 3, "it is three", TimeSpan.Zero))
            .Message.ShouldBe("waited in vain until it is three; last seen: 2");

    [Fact]
    public async Task Several_things_seen_are_told_one_by_one() =>
        (await Should.ThrowAsync<TimeoutException>(() => Eventually.SeenAsync(
            () => Task.FromResult<string?[]>(["a", null]), seen => seen.Length == 0, "all are gone", TimeSpan.Zero)))
            .Message.ShouldBe("waited in vain until all are gone; last seen: [a, nothing]");

    [Fact]
    public void A_task_that_failed_has_ended() =>
        Eventually.Ends(Task.FromException(new InvalidOperationException()), "it ends");

    [Fact]
    public void What_goes_wrong_while_looking_is_not_hidden() =>
        Should.Throw<InvalidOperationException>(
            () => Eventually.True(() => throw new InvalidOperationException(), "it looks"));

    private int Look() => ++_looks;
}
