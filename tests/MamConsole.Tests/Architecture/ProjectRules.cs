namespace MamConsole.Tests.Architecture;

internal static class ProjectRules
{
    private const string Server = "MamConsole.Server";
    private const string Demo = "MamConsole.Demo";

    /// <summary>The rules by project. The Demo combines all projects and has no rule.</summary>
    private static readonly Dictionary<string, ProjectRule> Rules = new(StringComparer.Ordinal)
    {
        ["MamConsole.Protocol"] = new([], []),
        ["MamConsole.PolicyEngine"] = new(["MamConsole.Protocol"], ["FluentValidation"]),
        ["MamConsole.Simulator"] = new(["MamConsole.Protocol"], []),
        ["MamConsole.DemoTenant"] = new([], ["Microsoft.IdentityModel.JsonWebTokens"]),
        ["MamConsole.Cli"] = new(["MamConsole.Protocol", "MamConsole.PolicyEngine"], ["System.CommandLine"]),
        [Server] = new(["MamConsole.Protocol", "MamConsole.PolicyEngine"], null),
    };

    /// <summary>Projects that must not reference ASP.NET Core.</summary>
    private static readonly string[] WithoutWeb =
    [
        "MamConsole.Protocol",
        "MamConsole.PolicyEngine",
        "MamConsole.Simulator",
        "MamConsole.Cli",
    ];

    public static IReadOnlyList<string> Violations(IEnumerable<ProjectFile> projects) =>
        [.. projects.Where(p => !p.IsTest).SelectMany(Violations)];

    private static IEnumerable<string> Violations(ProjectFile project)
    {
        if (project.Name != Demo && project.Projects.Contains(Server))
        {
            yield return $"{project.Name} references {Server}";
        }

        if (Array.IndexOf(WithoutWeb, project.Name) >= 0 && (project.Sdk != "Microsoft.NET.Sdk" || project.Frameworks.Count > 0))
        {
            yield return $"{project.Name} references a framework beside the base class library";
        }

        if (!Rules.TryGetValue(project.Name, out var rule))
        {
            if (project.Name != Demo)
            {
                yield return $"{project.Name} has no rule yet";
            }

            yield break;
        }

        foreach (var reference in project.Projects.Except(rule.Projects, StringComparer.Ordinal).Where(reference => reference != Server))
        {
            yield return $"{project.Name} references {reference}";
        }

        foreach (var package in project.Packages.Except(rule.Packages ?? project.Packages, StringComparer.Ordinal))
        {
            yield return $"{project.Name} references the package {package}";
        }
    }
}
