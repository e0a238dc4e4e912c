using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LoadHarness.Tests.Architecture;

/// <summary>A C# file as text and as a syntax tree.</summary>
/// <param name="Path">Relative to the repository, with slashes.</param>
/// <param name="Text">All of it.</param>
internal sealed record SourceFile(string Path, string Text)
{
    private readonly Lazy<CompilationUnitSyntax> _root = new(() =>
        CSharpSyntaxTree.ParseText(Text, new CSharpParseOptions(LanguageVersion.Preview)).GetCompilationUnitRoot());

    public CompilationUnitSyntax Root => _root.Value;

    public string[] Lines { get; } = Text.TrimEnd('\n').Split('\n');

    /// <summary>E.g. <c>LoadHarness.Engine</c>: the folder below src or tests.</summary>
    public string Project => Path.Split('/')[1];

    /// <summary>The types declared outside of other types.</summary>
    public IEnumerable<MemberDeclarationSyntax> TopLevelTypes =>
        Root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    public int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    /// <summary>A finding with its place.</summary>
    public string At(int line, string problem) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Path}:{line} {problem}");
}
