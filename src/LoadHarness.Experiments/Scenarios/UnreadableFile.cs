using LoadHarness.Contracts.Storage;

namespace LoadHarness.Experiments.Scenarios;

/// <summary>Says why a file that a user named cannot be read, and which one may have been meant.</summary>
internal static class UnreadableFile
{
    private const string Extension = ".yaml";
    private const string UsualFolder = "scenarios";

    /// <summary>One line.</summary>
    /// <param name="path">What the user named.</param>
    /// <param name="cause">What reading it threw.</param>
    public static string Describe(string path, Exception cause)
    {
        if (Directory.Exists(path)) return $"{path}: is a folder; name a file *{Extension} in it";
        if (File.Exists(path)) return $"{path}: cannot be read: {StorageProblem.Reason(cause)}";
        return Guess(path) is { } meant
            ? $"{path}: no such file; did you mean '{meant}'?"
            : $"{path}: no such file; `loadharness list` shows those in {UsualFolder}/, `loadharness init` writes one";
    }

    /// <summary>
    /// The file that is there when an extension or the usual folder is added, or one in the same folder whose name is
    /// written nearly alike.
    /// </summary>
    private static string? Guess(string path)
    {
        string[] complete =
        [
            path + Extension, Path.Combine(UsualFolder, path), Path.Combine(UsualFolder, path + Extension),
        ];
        if (Array.Find(complete, File.Exists) is { } found) return found;
        var folder = Path.GetDirectoryName(path) ?? "";
        var searched = folder.Length > 0 ? folder : ".";
        if (!Directory.Exists(searched)) return null;
        var names = Directory.EnumerateFiles(searched, "*" + Extension)
            .Select(file => Path.GetFileNameWithoutExtension(file)!).ToList();
        return Nearest.Of(Path.GetFileNameWithoutExtension(path), names) is { } name
            ? Path.Combine(folder, name + Extension)
            : null;
    }
}
