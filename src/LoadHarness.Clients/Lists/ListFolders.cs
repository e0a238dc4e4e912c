using System.Globalization;
using System.Security.Cryptography;

namespace LoadHarness.Clients.Lists;

/// <summary>
/// Where the lists are: <c>unsorted_files/0.txt</c> … and <c>sorted_files/0.txt</c> …, as the seed says.
/// </summary>
/// <param name="root">The folder that holds both.</param>
public sealed class ListFolders(string root)
{
    private readonly string _unsorted = Path.Combine(root, "unsorted_files");
    private readonly string _sorted = Path.Combine(root, "sorted_files");

    /// <summary>Makes both folders where they do not exist.</summary>
    public void Create()
    {
        Directory.CreateDirectory(_unsorted);
        Directory.CreateDirectory(_sorted);
    }

    /// <summary>The file of a list as it was sent.</summary>
    public string Unsorted(int list) => Path.Combine(_unsorted, FileName(list));

    /// <summary>The file of a sorted list.</summary>
    public string Sorted(int list) => Path.Combine(_sorted, FileName(list));

    /// <summary>Removes lists as they were sent: overwriting a file costs other work than making one.</summary>
    public void RemoveUnsorted(int count)
    {
        for (var list = 0; list < count; list++) File.Delete(Unsorted(list));
    }

    /// <summary>Removes sorted lists.</summary>
    public void RemoveSorted(int count)
    {
        for (var list = 0; list < count; list++) File.Delete(Sorted(list));
    }

    /// <summary>A task of <see cref="SortListJob"/> for each list.</summary>
    public byte[][] SortingTasks(int count) =>
        [.. Enumerable.Range(0, count).Select(list => SortListJob.Task(Unsorted(list), Sorted(list)))];

    /// <summary>The SHA-256 of all sorted lists, one after the other, in hexadecimal.</summary>
    public string SortedHash(int count)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var list = 0; list < count; list++) hash.AppendData(File.ReadAllBytes(Sorted(list)));
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static string FileName(int list) => string.Create(CultureInfo.InvariantCulture, $"{list}.txt");
}
