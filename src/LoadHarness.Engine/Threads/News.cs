using LoadHarness.Engine.Recording;

namespace LoadHarness.Engine.Threads;

/// <summary>One message to the controlling thread.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Connected">With <see cref="NewsKind.Ramped"/>: clients whose connection is up.</param>
/// <param name="Recorder">With <see cref="NewsKind.WindowClosed"/>: what was counted.</param>
internal readonly record struct News(NewsKind Kind, int Connected = 0, WindowRecorder? Recorder = null);
