using Microsoft.OpenApi;

namespace MamConsole.Server.Startup.ApiDocument;

/// <summary>The groups of operations, in the order in which the document lists them.</summary>
internal static class ApiTags
{
    private static readonly (string Name, string Description)[] All =
    [
        ("Policies", "Drafts, publishing, versions, files, and who gets a policy."),
        ("Secrets", "Keys, passwords and certificate files that policies name. They can be stored, and are never given out."),
        ("Exchange", "The recorded Exchange ActiveSync policy, and what it means beside a policy."),
        ("Directory", "Groups of the Entra tenant."),
        ("Devices", "Enrolled devices: where they stand, their settings and their assignment."),
        ("Device actions", "What administrators ask of single devices or do to them."),
        ("Sessions", "OMA-DM sessions and enrollments that were recorded, in words and without secrets."),
        ("Audit", "Who did what."),
        ("Terms of use", "The text that people accept when they enroll a device."),
        ("Settings", "What the server keeps, and for how long."),
        ("Tools", "What helps to write lists of apps. Nothing is stored."),
        ("Calculators", "Decision tables of Windows, computed from what is sent. Nothing is stored."),
    ];

    public static HashSet<OpenApiTag> Create() => [.. All.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description })];
}
