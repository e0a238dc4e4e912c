using LoadHarness.Report.Sentences;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Tables;

/// <summary>What could not be concluded, and what to run next.</summary>
internal static class OpenQuestionTable
{
    /// <summary>Builds the table; without rows when everything was concluded.</summary>
    public static ReportTable Of(ReportPart part) => ReportTable.Of(
        OpenQuestions.Of(part),
        new("Operation", false, question => question.Stage),
        new("Models", false, question => question.Models),
        new("What is open", false, question => question.What),
        new("Why", false, question => Words.Capital(question.Why)),
        new("What to run next", false, question => Words.Capital(question.Next)));
}
