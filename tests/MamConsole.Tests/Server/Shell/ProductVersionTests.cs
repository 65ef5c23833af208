using Bunit;
using MamConsole.Server.Shell;

namespace MamConsole.Tests.Server.Shell;

public sealed class ProductVersionTests : BunitContext
{
    [Theory]
    [InlineData("1.2.3+0123456789abcdef0123456789abcdef01234567", "1.2.3", "0123456789ab", "1.2.3 (0123456789ab)")]
    [InlineData("0.1.0-alpha.0.412+0123", "0.1.0-alpha.0.412", "0123", "0.1.0-alpha.0.412 (0123)")]
    [InlineData("0.1.0-alpha.0", "0.1.0-alpha.0", null, "0.1.0-alpha.0")]
    [InlineData("0.1.0+", "0.1.0", null, "0.1.0")]
    public void Parse_SeparatesNumberAndCommit(string informational, string number, string? commit, string text)
    {
        var version = ProductVersion.Parse(informational);

        Assert.Equal((number, commit, text), (version.Number, version.Commit, version.ToString()));
    }

    [Fact]
    public void Current_IsNotTheDefaultOfTheCompiler() => Assert.NotEqual("1.0.0", ProductVersion.Current.Number);

    [Fact]
    public void SettingsPage_ShowsTheVersion() =>
        Assert.Contains($"MamConsole {ProductVersion.Current}", Render<SettingsPage>().Markup, StringComparison.Ordinal);
}
