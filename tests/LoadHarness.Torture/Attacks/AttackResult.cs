namespace LoadHarness.Torture.Attacks;

/// <summary>What came of one attack of a bout.</summary>
/// <param name="Bout">Model and service.</param>
/// <param name="Attack">The attack.</param>
/// <param name="Beside">What innocent clients saw beside it.</param>
internal sealed record AttackResult(Bout Bout, IAttack Attack, AttackOutcome Beside);
