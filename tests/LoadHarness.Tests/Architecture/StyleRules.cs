using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LoadHarness.Tests.Architecture;

/// <summary>
/// The rules that every file keeps, each a function from a file to its problems. Limits only tighten.
/// </summary>
internal static partial class StyleRules
{
    private const int LongestFile_lines = 400;
    private const int LongestLine = 120;
    private const int LongestMethod_lines = 60;
    private const int Timeout_ms = 1000;

    private static readonly string[] _clocksAndSleeps =
    [
        "Thread.Sleep", "DateTime.Now", "DateTime.UtcNow", "DateTime.Today",
        "DateTimeOffset.Now", "DateTimeOffset.UtcNow",
    ];

    public static IEnumerable<string> OneTopLevelType(SourceFile file)
    {
        var types = file.TopLevelTypes.ToArray();
        if (types.Length > 1) yield return file.At(file.LineOf(types[1]), "a second top-level type");
    }

    /// <summary>
    /// A partial type may add words after a dot, a generic one its parameters: <c>Loop.Sending.cs</c>,
    /// <c>Column{T}.cs</c>.
    /// </summary>
    public static IEnumerable<string> NamedAfterItsType(SourceFile file)
    {
        var name = Path.GetFileName(file.Path).Split('.', '{')[0];
        if (file.TopLevelTypes.FirstOrDefault() is { } type
            && !string.Equals(NameOf(type), name, StringComparison.Ordinal))
            yield return file.At(file.LineOf(type), $"holds {NameOf(type)}");
    }

    public static IEnumerable<string> FileLength(SourceFile file)
    {
        if (file.Lines.Length > LongestFile_lines) yield return file.At(file.Lines.Length, "lines in the file");
    }

    public static IEnumerable<string> LineLength(SourceFile file) =>
        file.Lines.Index().Where(line => line.Item.Length > LongestLine)
            .Select(line => file.At(line.Index + 1, "is too long a line"));

    public static IEnumerable<string> MethodLength(SourceFile file) =>
        file.Root.DescendantNodes()
            .Where(node => node
                is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax)
            .Where(node => LinesOf(node) > LongestMethod_lines)
            .Select(node => file.At(file.LineOf(node), "begins too long a method"));

    public static IEnumerable<string> NamespaceMatchesFolder(SourceFile file)
    {
        var expected = string.Join('.', file.Path.Split('/')[1..^1]);
        return file.Root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
            .Where(declared => !string.Equals(declared.Name.ToString(), expected, StringComparison.Ordinal))
            .Select(declared => file.At(file.LineOf(declared), $"is not in namespace {expected}"));
    }

    /// <summary>The console has one home.</summary>
    public static IEnumerable<string> NoConsole(SourceFile file) =>
        string.Equals(file.Project, "LoadHarness.Cli", StringComparison.Ordinal)
            ? []
            : file.Root.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
                .Where(access => access.Expression.ToString() is "Console" or "System.Console")
                .Select(access => file.At(file.LineOf(access), $"uses {access.ToString()}"));

    public static IEnumerable<string> NoClocksAndSleeps(SourceFile file) =>
        file.Root.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            .Where(access => _clocksAndSleeps.Contains(LastTwoWordsOf(access), StringComparer.Ordinal))
            .Select(access => file.At(file.LineOf(access), $"uses {access.ToString()}"));

    public static IEnumerable<string> NothingUnfinished(SourceFile file) =>
        Matches(file, Unfinished(), "is unfinished");

    public static IEnumerable<string> NoMachinePaths(SourceFile file) =>
        Matches(file, MachinePath(), "names a path of one machine");

    public static IEnumerable<string> NoSuppressedWarnings(SourceFile file) =>
        file.Root.DescendantNodes(descendIntoTrivia: true)
            .Where(node => node is PragmaWarningDirectiveTriviaSyntax { DisableOrRestoreKeyword.Text: "disable" }
                or AttributeSyntax { Name: IdentifierNameSyntax { Identifier.Text: "SuppressMessage" } })
            .Select(node => file.At(file.LineOf(node), "suppresses a warning instead of mending it"));

    private static IEnumerable<string> Matches(SourceFile file, Regex pattern, string problem) =>
        file.Lines.Index().Where(line => pattern.IsMatch(line.Item)).Select(line => file.At(line.Index + 1, problem));

    private static int LinesOf(SyntaxNode node)
    {
        var lines = node.GetLocation().GetLineSpan();
        return lines.EndLinePosition.Line - lines.StartLinePosition.Line + 1;
    }

    private static string LastTwoWordsOf(MemberAccessExpressionSyntax access) =>
        string.Join('.', access.ToString().Split('.').TakeLast(2));

    private static string NameOf(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax declared => declared.Identifier.Text,
        DelegateDeclarationSyntax declared => declared.Identifier.Text,
        _ => throw new ArgumentException("not a type", nameof(type)),
    };

    [GeneratedRegex(@"\b(TODO|FIXME|XXX|NotImplementedException)\b", RegexOptions.ExplicitCapture, Timeout_ms)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"(?<![\w.*-])/(work|home|root|tmp|Users)/", RegexOptions.ExplicitCapture, Timeout_ms)]
    private static partial Regex MachinePath();
}
