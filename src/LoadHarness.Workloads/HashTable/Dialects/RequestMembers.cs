using LoadHarness.Workloads.HashTable.Protocol;

namespace LoadHarness.Workloads.HashTable.Dialects;

/// <summary>Where the requests of a dialect hold their fields.</summary>
internal sealed class RequestMembers
{
    /// <summary>Most different members of all requests together.</summary>
    internal const int MostMembers = 16;

    /// <summary>The members of the default dialect, which the log uses, too.</summary>
    internal static RequestMembers Plain { get; } = new()
    {
        Names = [.. Utf8("method", "key", "value", "regex", "subkey", "subvalue")],
        Method = 0,
        MethodNames = [.. Utf8([.. DialectKeys.Methods])],
        Places =
        [
            [Member(1, Placeholder.Key), Member(2, Placeholder.Value)],
            [Member(1, Placeholder.Key)],
            [Member(3, Placeholder.Regex)],
            [Member(1, Placeholder.Key)],
            [],
            [Member(4, Placeholder.Subkey), Member(5, Placeholder.Subvalue)],
        ],
    };

    /// <summary>All members that mean something.</summary>
    internal required byte[][] Names { get; init; }

    /// <summary>The one that names the method.</summary>
    internal required int Method { get; init; }

    /// <summary>The methods' names, by <see cref="TableMethod"/>.</summary>
    internal required byte[][] MethodNames { get; init; }

    /// <summary>The fields of each method, by <see cref="TableMethod"/>.</summary>
    internal required RequestPlace[][] Places { get; init; }

    /// <summary>Index of a member; -1 when it means nothing.</summary>
    internal int Find(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            if (name.SequenceEqual(Names[i])) return i;
        }

        return -1;
    }

    private static RequestPlace Member(int member, Placeholder field) =>
        new(member, RequestPlace.Whole, field, IsText: false);

    private static IEnumerable<byte[]> Utf8(params string[] texts) => texts.Select(System.Text.Encoding.UTF8.GetBytes);
}
