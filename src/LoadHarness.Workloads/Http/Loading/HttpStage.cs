namespace LoadHarness.Workloads.Http.Loading;

/// <summary>What all clients do at the same time; the first two are also the operation types.</summary>
internal enum HttpStage
{
    /// <summary>GET.</summary>
    Get = 0,

    /// <summary>POST with a body.</summary>
    Post = 1,

    /// <summary>Both, in the share that was asked for.</summary>
    Mixed = 2,
}
