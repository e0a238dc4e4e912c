namespace LoadHarness.Contracts.Histories;

/// <summary>What an operation does to one key of a table.</summary>
public enum KeyOperationKind : byte
{
    /// <summary>Gives the key a value, whatever it had.</summary>
    Write = 0,

    /// <summary>Sees the value, or that there is none.</summary>
    Read = 1,

    /// <summary>Takes the key away and tells the value that it had; fails when it had none.</summary>
    Remove = 2,
}
