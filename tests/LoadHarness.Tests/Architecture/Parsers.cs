using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LoadHarness.Tests.Architecture;

/// <summary>The parsers of the program, found by their names and what they take.</summary>
internal static class Parsers
{
    private const string Targets = "tests/LoadHarness.Torture/Fuzzing/Targets/";

    private static readonly string[] _names =
        ["Parse", "TryParse", "Read", "TryRead", "ReadFrom", "FromTask", "FromResult"];

    private static readonly string[] _inputs =
    [
        "string", "string?", "byte[]", "ReadOnlySpan<byte>", "ReadOnlyMemory<byte>", "Stream", "TextReader",
        "JsonElement", "IReadOnlyList<string>", "IEnumerable<string>", "LineReader",
    ];

    /// <summary>Types with a method that others can call and that reads text or bytes.</summary>
    public static IReadOnlyList<string> InSources { get; } =
    [
        .. Repository.Sources.SelectMany(file => file.TopLevelTypes).OfType<TypeDeclarationSyntax>()
            .Where(type => type.Members.OfType<MethodDeclarationSyntax>().Any(IsParser))
            .Select(type => type.Identifier.Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>Every name that the fuzz targets mention.</summary>
    public static IReadOnlySet<string> NamedByTargets { get; } = Repository.AllCode
        .Where(file => file.Path.StartsWith(Targets, StringComparison.Ordinal))
        .SelectMany(file => file.Root.DescendantTokens())
        .Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.Text)
        .ToHashSet(StringComparer.Ordinal);

    private static bool IsParser(MethodDeclarationSyntax method) =>
        _names.Contains(method.Identifier.Text, StringComparer.Ordinal)
        && !method.Modifiers.Any(SyntaxKind.PrivateKeyword)
        && method.ParameterList.Parameters.FirstOrDefault()?.Type is { } input
        && _inputs.Contains(input.ToString(), StringComparer.Ordinal);
}
