namespace MamConsole.Tests.Architecture;

public sealed class SampleCallsTests
{
    private static readonly string[] Sources = [.. CheckoutFiles.Files("tests", ".cs")];

    [Fact]
    public void WithTheirOwnCount_FindsNoneInTheTests() =>
        Assert.Empty(Sources.SelectMany(path => SampleCalls.WithTheirOwnCount(CheckoutFiles.Read(path)).Select(line => $"{path}:{line}")));

    [Fact]
    public void Count_FindsThePropertyTests() => Assert.True(Sources.Sum(path => SampleCalls.Count(CheckoutFiles.Read(path))) > 30);

    [Theory]
    [InlineData("Gen.Int.Sample(n => n == n, iter: 100);", true)]
    [InlineData("Gen.Int.Sample(n => n == n);", true)]
    [InlineData("Gen.Int.Sample(n => n == n, iter: Count);", true)]
    [InlineData("Gen.Int.SampleAsync(n => Task.CompletedTask, iter: 5);", true)]
    [InlineData("Gen.Int.Sample(n => n == n, iter: Iterations.Of(100));", false)]
    [InlineData("Gen.Int.Select(n => n + 1);", false)]
    public void WithTheirOwnCount_FindsCallsThatAreNotScaled(string call, bool found) =>
        Assert.Equal(found ? [2] : [], SampleCalls.WithTheirOwnCount($"using CsCheck;\n{call}\n"));

    [Theory]
    [InlineData(null, 1)]
    [InlineData("", 1)]
    [InlineData("20", 20)]
    public void Parse_AcceptsWholeNumbersFromOne(string? value, int factor) => Assert.Equal(factor, Iterations.Parse(value));

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("long")]
    public void Parse_RejectsEverythingElse(string value) => Assert.Throws<FormatException>(() => Iterations.Parse(value));
}
