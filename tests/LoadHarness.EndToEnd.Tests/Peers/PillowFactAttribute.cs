namespace LoadHarness.EndToEnd.Tests.Peers;

/// <summary>Like <see cref="PeerFactAttribute"/>, for a test that needs a Python with the Pillow library.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PillowFactAttribute : FactAttribute
{
    public PillowFactAttribute()
    {
        if (PeerPrograms.AbsenceFails || Pillow.Find() is not null) return;
        Skip = "not installed: python3 with Pillow (python3-pil)";
    }
}
