using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

using LoadHarness.Analysis;
using LoadHarness.Contracts.Storage;
using LoadHarness.Report.Documents;
using LoadHarness.Report.Documents.Html;
using LoadHarness.Report.Figures;
using LoadHarness.Results;

namespace LoadHarness.Report;

/// <summary>
/// Builds <c>REPORT.md</c>, <c>figures/*</c> and <c>REPORT.html</c> from run folders alone: the same findings in the
/// same order, once for repositories and once for browsers. A folder that cannot be read is reported and left out; the
/// same folders give the same files.
/// </summary>
public sealed partial class ReportBuilder
{
    /// <summary>Name of the report in Markdown.</summary>
    public const string FileName = "REPORT.md";

    /// <summary>Name of the report as one page for browsers.</summary>
    public const string PageName = "REPORT.html";

    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly IFigureRenderer _renderer;

    /// <summary>Makes a builder.</summary>
    /// <param name="renderer">Draws the figures.</param>
    public ReportBuilder(IFigureRenderer renderer) => _renderer = renderer;

    /// <summary>Reads the runs and writes the report.</summary>
    /// <param name="runFolders">Run folders, in the order in which they are to be told.</param>
    /// <param name="outputFolder">Where the report goes; made when missing.</param>
    /// <param name="calibrationFolder">Folder of a calibration whose certificate goes into the report; null for
    /// none.</param>
    /// <returns>What was written, and what could not be read. Without a single readable run nothing is
    /// written.</returns>
    /// <exception cref="IOException">The report cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The report may not be written there.</exception>
    public ReportResult Build(
        IReadOnlyList<string> runFolders, string outputFolder, string? calibrationFolder = null)
    {
        var analyses = new List<RunAnalysis>();
        var problems = new List<string>();
        var readers = runFolders.Select(folder => Task.Run(() => StoredAnalysis.Read(folder))).ToList();
        foreach (var reader in readers)
        {
            try
            {
                analyses.Add(reader.GetAwaiter().GetResult());
            }
            catch (ResultsException e)
            {
                problems.Add(e.Message);
            }
        }

        var damaged = analyses.SelectMany(analysis => analysis.Run.Problems).ToList();
        if (analyses.Count == 0) return new ReportResult([], problems);
        var certificate = Certificate(calibrationFolder, problems);
        return new ReportResult(
            Write(ReportComposer.Compose(analyses, problems, certificate), outputFolder), [.. problems, .. damaged]);
    }

    private static IReadOnlyList<CertificateRow> Certificate(string? folder, List<string> problems)
    {
        if (folder is null) return [];
        try
        {
            return CalibrationFolder.ReadCertificate(folder);
        }
        catch (ResultsException e)
        {
            problems.Add(e.Message);
            return [];
        }
    }

    /// <summary>Writes finished blocks and their figures.</summary>
    internal IReadOnlyList<string> Write(IReadOnlyList<Block> blocks, string outputFolder)
    {
        var figureFolder = Path.Combine(outputFolder, MarkdownWriter.FigureFolder);
        Directory.CreateDirectory(figureFolder);
        var files = new List<(string Path, Func<string> Text)>
        {
            (Path.Combine(outputFolder, FileName), () => MarkdownWriter.Write(blocks, _renderer.Extension)),
            (Path.Combine(outputFolder, PageName), () => HtmlWriter.Write(blocks, _renderer)),
        };
        files.AddRange(blocks.OfType<FigureBlock>().Select(figure => (
            Path.Combine(figureFolder, $"{figure.Name}.{_renderer.Extension}"),
            (Func<string>)(() => _renderer.Render(figure.Figure)))));
        var written = files.ConvertAll(file => file.Path);
        var before = FiguresNamedIn(written[0]);
        // Each file is made on its own; they are written one after the other.
        var texts = Partitioner.Create(files, loadBalance: true).AsParallel().AsOrdered().Select(file => file.Text());
        foreach (var (path, text) in written.Zip(texts)) Save(path, text);
        foreach (var stale in before.Select(name => Path.Combine(figureFolder, name))
            .Except(written, StringComparer.Ordinal)) File.Delete(stale);
        return written;
    }

    /// <summary>Past a limit on file sizes the runtime throws what would look like a defect of ours.</summary>
    private static void Save(string path, string text)
    {
        try
        {
            File.WriteAllText(path, text, _utf8);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new IOException($"{path}: {StorageProblem.Reason(e)}", e);
        }
    }

    /// <summary>
    /// Figures that the report standing there names: those this program made. Other files in the folder are not ours.
    /// </summary>
    private static List<string> FiguresNamedIn(string report) => !File.Exists(report) ? [] :
        [.. FigureName().Matches(File.ReadAllText(report)).Select(match => match.Groups["file"].Value)];

    [GeneratedRegex(@"^!\[.*\]\(" + MarkdownWriter.FigureFolder + @"/(?<file>[A-Za-z0-9-][A-Za-z0-9.-]*)\)\r?$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex FigureName();
}
