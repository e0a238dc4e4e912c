using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Results;

namespace LoadHarness.Tests.Results;

public sealed class LevelValidityTests
{
    private static readonly ValidityIssue _cpu =
        new(ValidityCode.GeneratorCpu, ValidityGrade.Invalid, "97 % of its CPU used");
    private static readonly ValidityIssue _few =
        new(ValidityCode.FewWindows, ValidityGrade.Suspect, "4 windows count, 10 wanted");

    [Fact]
    public void The_worst_issue_gives_the_grade_and_the_text_begins_with_it()
    {
        var validity = LevelValidity.Of([_few, _cpu]);
        validity.ToText().ShouldBe(
            "invalid: few-windows suspect (4 windows count, 10 wanted); generator-cpu (97 % of its CPU used)");
        validity.IsClientLimited.ShouldBeTrue();
    }

    [Fact]
    public void A_suspect_generator_does_not_make_a_level_client_limited() =>
        LevelValidity.Of(
            [_cpu with { Grade = ValidityGrade.Suspect }, new(ValidityCode.Errors, ValidityGrade.Invalid, "x")])
            .IsClientLimited.ShouldBeFalse();

    [Fact]
    public void Text_of_no_known_form_is_not_taken_for_valid() =>
        LevelValidity.Parse("whatever").Grade.ShouldBe(ValidityGrade.Invalid);

    [Fact]
    public void What_is_written_is_read_back()
    {
        var issues =
            from code in Gen.Elements(ValidityCode.GeneratorCpu, ValidityCode.Little, ValidityCode.Errors)
            from grade in Gen.Elements(ValidityGrade.Suspect, ValidityGrade.Invalid)
            from detail in Gen.Elements("97 % used", "residual -6.1 %", "3 timeouts, 1 resets", "drifts")
            select new ValidityIssue(code, grade, detail);
        Prop.ForAll(Gen.ArrayOf(issues).ToArbitrary(), list =>
        {
            var read = LevelValidity.Parse(LevelValidity.Of(list).ToText());
            read.Issues.ShouldBe(list);
            read.Grade.ShouldBe(LevelValidity.Of(list).Grade);
        }).QuickCheckThrowOnFailure();
    }
}
