namespace LoadHarness.Experiments.Suts;

/// <summary>The words behind this program's name that start one of our servers.</summary>
internal static class ServeWords
{
    /// <summary>The option by which a service that keeps something takes its folder.</summary>
    private const string DataOption = "data";

    /// <summary>True when the server is to be given the request's folder.</summary>
    public static bool NeedsFolder(SutRequest request) => !request.Options.ContainsKey(DataOption)
        && request.Workload.Options.Any(option => string.Equals(option.Name, DataOption, StringComparison.Ordinal));

    /// <summary>The words.</summary>
    public static List<string> Of(SutRequest request)
    {
        List<string> words = ["serve", request.Workload.Name, "--model", request.Model, "--port", "0", "--quiet"];
        foreach (var (name, value) in request.ModelOptions.Concat(request.Options))
            words.AddRange(["--" + name, value]);
        if (NeedsFolder(request)) words.AddRange(["--" + DataOption, request.DataFolder]);
        return words;
    }
}
