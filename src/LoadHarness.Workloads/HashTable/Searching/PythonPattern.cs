using System.Text;

namespace LoadHarness.Workloads.HashTable.Searching;

/// <summary>
/// Rewrites what Python's <c>re</c> spells otherwise than .NET: <c>(?P&lt;name&gt;…)</c>, <c>(?P=name)</c>, <c>\Z</c>
/// and <c>{,n}</c>.
/// What remains different is in docs/hashtable.md.
/// </summary>
internal static class PythonPattern
{
    /// <summary>The pattern in .NET's spelling. Never throws; what is wrong stays wrong.</summary>
    internal static string ToDotNet(string pattern)
    {
        var result = new StringBuilder(pattern.Length + 8);
        var classStart = -1;
        for (var i = 0; i < pattern.Length; i++)
        {
            var rest = pattern.AsSpan(i);
            if (rest[0] == '\\' && rest.Length > 1)
            {
                result.Append(classStart < 0 && rest[1] == 'Z' ? "\\z" : rest[..2]);
                i++;
            }
            else if (classStart >= 0)
            {
                if (rest[0] == ']' && i > classStart) classStart = -1;
                result.Append(rest[0]);
            }
            else if (rest[0] == '[')
            {
                // A ] that comes first (also after ^) stands for itself.
                classStart = rest.Length > 1 && rest[1] == '^' ? i + 2 : i + 1;
                result.Append(rest[0]);
            }
            else
            {
                i += CopyToken(rest, result) - 1;
            }
        }

        return result.ToString();
    }

    /// <summary>Rewrites or copies what stands first; returns the characters of the pattern used up.</summary>
    private static int CopyToken(ReadOnlySpan<char> rest, StringBuilder result)
    {
        if (rest.StartsWith("(?P<"))
        {
            result.Append("(?<");
            return 4;
        }

        if (rest.StartsWith("(?P=") && rest.IndexOf(')') is > 4 and var end)
        {
            result.Append("\\k<").Append(rest[4..end]).Append('>');
            return end + 1;
        }

        if (rest.StartsWith("{,") && rest.Length > 2 && char.IsAsciiDigit(rest[2]))
        {
            result.Append("{0,");
            return 2;
        }

        result.Append(rest[0]);
        return 1;
    }
}
