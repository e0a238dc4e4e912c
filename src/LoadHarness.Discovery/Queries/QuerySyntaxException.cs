namespace LoadHarness.Discovery.Queries;

/// <summary>A query text that follows no rule of the language; never leaves <see cref="Query.TryParse"/>.</summary>
internal sealed class QuerySyntaxException(string message) : Exception(message);
