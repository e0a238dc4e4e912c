namespace LoadHarness.Results;

/// <summary>
/// The level a row belongs to: shared by all tables, so that they can be joined. A curve is one workload × model ×
/// stage.
/// </summary>
/// <param name="Workload">E.g. <c>hashtable</c>.</param>
/// <param name="Model">Server model, or the name given to another SUT.</param>
/// <param name="Stage">Stage measured, e.g. <c>insert</c>.</param>
/// <param name="Repetition">0 for the first start of the SUT, 1, 2… for its restarts.</param>
/// <param name="Phase">Why the level was visited.</param>
/// <param name="Clients">
/// Simultaneous virtual clients asked for; in an open loop the connections that operations share.
/// </param>
/// <param name="Sequence">0, 1, 2… in the order in which the run visited levels; unique within the run.</param>
public readonly record struct RunKey(
    string Workload, string Model, string Stage, int Repetition, LevelPhase Phase, int Clients, int Sequence);
