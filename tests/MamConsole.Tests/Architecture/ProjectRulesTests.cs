namespace MamConsole.Tests.Architecture;

public sealed class ProjectRulesTests
{
    [Fact]
    public void Projects_ReferenceOnlyAllowedProjectsAndPackages()
    {
        var projects = CheckoutFiles.Files("", ".csproj").Select(path => ProjectFile.Read(path, CheckoutFiles.Read(path))).ToArray();

        Assert.Contains(projects, project => project.Name == "MamConsole.Protocol");
        Assert.Empty(ProjectRules.Violations(projects));
    }

    [Theory]
    [InlineData("MamConsole.Protocol", """<PackageReference Include="Dapper" />""", "MamConsole.Protocol references the package Dapper")]
    [InlineData(
        "MamConsole.Protocol",
        """<FrameworkReference Include="Microsoft.AspNetCore.App" />""",
        "MamConsole.Protocol references a framework beside the base class library"
    )]
    [InlineData(
        "MamConsole.PolicyEngine",
        """<PackageReference Include="Npgsql" />""",
        "MamConsole.PolicyEngine references the package Npgsql"
    )]
    [InlineData(
        "MamConsole.Simulator",
        """<ProjectReference Include="../MamConsole.PolicyEngine/MamConsole.PolicyEngine.csproj" />""",
        "MamConsole.Simulator references MamConsole.PolicyEngine"
    )]
    [InlineData(
        "MamConsole.DemoTenant",
        """<ProjectReference Include="..\MamConsole.Server\MamConsole.Server.csproj" />""",
        "MamConsole.DemoTenant references MamConsole.Server"
    )]
    [InlineData(
        "MamConsole.Cli",
        """<ProjectReference Include="../MamConsole.Server/MamConsole.Server.csproj" />""",
        "MamConsole.Cli references MamConsole.Server"
    )]
    [InlineData("MamConsole.Surprise", "", "MamConsole.Surprise has no rule yet")]
    public void Violations_ReportsForbiddenReference(string name, string item, string violation)
    {
        var project = ProjectFile.Read(
            $"src/{name}/{name}.csproj",
            $"""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup>{item}</ItemGroup></Project>"""
        );

        Assert.Equal([violation], ProjectRules.Violations([project]));
    }
}
