namespace LoadHarness.Platform.Proc;

/// <summary>Reads small files of /proc.</summary>
internal static class ProcText
{
    /// <summary>
    /// The whole text. Processes and threads come and go while they are read: what is gone reads as empty.
    /// </summary>
    public static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
