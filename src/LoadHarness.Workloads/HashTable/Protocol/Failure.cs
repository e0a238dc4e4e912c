namespace LoadHarness.Workloads.HashTable.Protocol;

/// <summary>Why a request did not succeed.</summary>
internal enum Failure
{
    /// <summary>Lookup or remove of a key that is not there.</summary>
    Missing = 0,

    /// <summary>A scan or query finds more pairs than the server's limit.</summary>
    TooLarge = 1,

    /// <summary>A scan or query needs more computing time than the server's limit.</summary>
    Deadline = 2,

    /// <summary>The log can no longer be written; the server is about to stop.</summary>
    Durability = 3,

    /// <summary>No such method.</summary>
    Method = 4,

    /// <summary>A field is missing, of the wrong type or too long, or a frame is broken.</summary>
    Request = 5,

    /// <summary>The pattern cannot be parsed, or is too long.</summary>
    Regex = 6,

    /// <summary>The message is not JSON in UTF-8.</summary>
    Json = 7,
}
