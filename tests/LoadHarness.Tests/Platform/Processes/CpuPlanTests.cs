using LoadHarness.Platform.Processes;

namespace LoadHarness.Tests.Platform.Processes;

public sealed class CpuPlanTests
{
    private readonly List<string> _problems = [];

    [Theory]
    [InlineData("0", "0", "0")]
    [InlineData("0;1", "0", "1")]
    [InlineData("0;1;2", "0", "1-2")]
    [InlineData("0;1;2;3", "0-1", "2-3")]
    [InlineData("0,4;1,5;2,6;3,7", "0-1,4-5", "2-3,6-7")]
    [InlineData("0,1", "0", "1")]
    [InlineData("2;5", "2", "5")]
    public void Cores_are_split_between_server_and_generator(string cores, string sut, string generator)
    {
        var plan = Choose(cores, new CpuWish()).ShouldNotBeNull();

        plan.Sut.ToString().ShouldBe(sut);
        plan.Generator.ToString().ShouldBe(generator);
        _problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("0,1", true)]
    [InlineData("0;1", false)]
    public void A_shared_core_is_told(string cores, bool told) =>
        (Choose(cores, new CpuWish())!.Note.Length > 0).ShouldBe(told);

    [Fact]
    public void A_number_of_cores_is_followed() =>
        Choose("0,4;1,5;2,6;3,7", new CpuWish(SutCores: 1))!.ToString().ShouldContain("Sut = 0,4, Generator = 1-3,5-7");

    [Fact]
    public void More_cores_than_there_are_is_a_problem()
    {
        Choose("0;1", new CpuWish(SutCores: 3)).ShouldBeNull();
        _problems.ShouldHaveSingleItem().ShouldBe("cpus: 3 cores are asked for the server, and there are 2");
    }

    [Fact]
    public void All_cores_for_the_server_need_a_generator_that_may_overlap()
    {
        Choose("0;1", new CpuWish(SutCores: 2)).ShouldBeNull();
        _problems.ShouldHaveSingleItem().ShouldContain("allow_overlap");
        Choose("0;1", new CpuWish(SutCores: 2, AllowOverlap: true))!.Sut.ToString().ShouldBe("0-1");
    }

    [Fact]
    public void The_server_takes_what_a_chosen_generator_leaves() =>
        Choose("0;1;2;3", new CpuWish(GeneratorCpus: new CpuSet([0])))!.Sut.ToString().ShouldBe("1-3");

    [Fact]
    public void Overlap_is_refused_unless_asked_for()
    {
        var wish = new CpuWish(new CpuSet([0, 1]), GeneratorCpus: new CpuSet([1]));

        Choose("0;1", wish).ShouldBeNull();
        _problems.ShouldHaveSingleItem().ShouldContain("overlap");
        Choose("0;1", wish with { AllowOverlap = true })!.Note.ShouldContain("share");
    }

    [Fact]
    public void A_server_that_takes_everything_is_refused_unless_asked_for()
    {
        Choose("0;1", new CpuWish(SutCores: 2)).ShouldBeNull();
        _problems.ShouldHaveSingleItem().ShouldContain("generator");
        Choose("0;1", new CpuWish(SutCores: 2, AllowOverlap: true))!.Generator.ToString().ShouldBe("0-1");
    }

    [Fact]
    public void Absent_cpus_are_refused_on_both_sides()
    {
        Choose("0;1", new CpuWish(new CpuSet([7]), GeneratorCpus: new CpuSet([8, 9]))).ShouldBeNull();

        _problems.Count.ShouldBe(2);
        _problems[1].ShouldContain("8-9");
    }

    [Fact]
    public void Siblings_that_are_not_allowed_do_not_count() =>
        CpuTopology.Group(new CpuSet([0, 1]), cpu => new CpuSet([cpu, cpu + 4])).Cores
            .Select(core => core.ToString()).ShouldBe(["0", "1"]);

    private CpuPlan? Choose(string cores, CpuWish wish) =>
        CpuPlan.Choose(new CpuTopology([.. cores.Split(';').Select(core => CpuSet.TryParse(core)!)]), wish, _problems);
}
