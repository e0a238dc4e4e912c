namespace LoadHarness.Clients.Work;

/// <summary>Tasks that have been done.</summary>
/// <param name="Results">Their results, in the order of the tasks.</param>
/// <param name="Work_s">Time it took, without the start of worker processes, in seconds.</param>
/// <param name="StartUp_s">Time until all worker processes were ready, in seconds; 0 without worker processes.</param>
/// <param name="Manner">How it was done and why so, for people: <c>worker processes: 2</c>.</param>
public sealed record WorkReport(IReadOnlyList<byte[]> Results, double Work_s, double StartUp_s, string Manner)
{
    /// <summary>Time it took in all, in seconds.</summary>
    public double Total_s => Work_s + StartUp_s;
}
