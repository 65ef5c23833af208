using MamConsole.PolicyEngine.Values;

namespace MamConsole.Tests.PolicyEngine.Values;

public sealed class AppVersionTests
{
    [Theory]
    [InlineData("16.0.7500.0000", "16.0.7500.0000")]
    [InlineData(" 1.2.3.99999 ", "1.2.3.99999")]
    [InlineData("*", "*")]
    [InlineData("", "*")]
    [InlineData("16.0.*", null)]
    [InlineData("16.0.100000.0", null)]
    [InlineData("1.2.3", null)]
    [InlineData("1.2.3.4.5", null)]
    [InlineData("1.2.3.-4", null)]
    [InlineData("1..3.4", null)]
    [InlineData("١.2.3.4", null)]
    public void TryParse_AcceptsOnlyFourPartsOrStar(string text, string? value) =>
        Assert.Equal(value, AppVersion.TryParse(text, out var version) ? version.Value : null);

    [Theory]
    [InlineData("9.0.0.0", "10.0.0.0")]
    [InlineData("1.0.0.9", "1.0.0.10")]
    [InlineData("1.0.0412.0", "1.0.500.0")]
    public void Compare_OrdersVersionsByNumber(string low, string high) => Assert.True(AppVersion.Parse(low) < AppVersion.Parse(high));
}
