using Microsoft.OpenApi;

namespace MamConsole.Server.Startup.ApiDocument;

/// <summary>The groups of operations, in the order in which the document lists them.</summary>
internal static class ApiTags
{
    private static readonly (string Name, string Description)[] All =
    [
        ("Policies", "Drafts, publishing, versions, files, and assignments of policies."),
        ("Secrets", "Keys, passwords and certificate files that policies reference. They can be stored, but never read."),
        ("Exchange", "The recorded Exchange ActiveSync policy, and its effect in combination with a policy."),
        ("Directory", "Groups of the Entra tenant."),
        ("Devices", "Enrolled devices: their state, their settings and their assignment."),
        ("Device actions", "Actions of administrators on single devices."),
        ("Sessions", "Recorded OMA-DM sessions and enrollments, as text and without secrets."),
        ("Audit", "The audit events of administrators, devices and jobs."),
        ("Terms of use", "The text that people accept when they enroll a device."),
        ("Settings", "What the server stores, and for how long."),
        ("Tools", "Tools for writing lists of apps. Nothing is stored."),
        ("Calculators", "Decision tables of Windows, evaluated for the values of the request. Nothing is stored."),
    ];

    public static HashSet<OpenApiTag> Create() => [.. All.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description })];
}
