namespace LoadHarness.Workloads.HashTable.Dialects;

/// <summary>The dialects there are.</summary>
public interface IDialects
{
    /// <summary>The dialect of a name or in a file.</summary>
    /// <param name="nameOrFile">A known name, or the path of a dialect file.</param>
    /// <param name="problems">Receives one line per problem.</param>
    /// <returns>Null when there is a problem.</returns>
    Dialect? Find(string nameOrFile, ICollection<string> problems);
}
