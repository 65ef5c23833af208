using System.Collections.Immutable;
using MamConsole.PolicyEngine;
using MamConsole.Server.Ui;

namespace MamConsole.Server.Policies.Pages;

/// <summary>One area of a policy as the editor shows it: an address, a title, and the part of the document that it edits.</summary>
/// <param name="Key">Its place in the address.</param>
/// <param name="Path">Its name in the document; findings and statements begin with it.</param>
/// <param name="Title">For people.</param>
/// <param name="Intro">What the area decides.</param>
/// <param name="Settings">Its part of a document, to see whether anything is set.</param>
internal sealed record PolicyArea(string Key, string Path, string Title, string Intro, Func<WrittenPolicy, object> Settings)
{
    public static readonly ImmutableArray<PolicyArea> All =
    [
        new("assignment", "assignment", "Assignment", "Which people’s PCs take this policy.", p => p.Assignment),
        new(
            "protection",
            "informationProtection",
            "Protection",
            "What Windows does when work data is about to leave, and who can open it when nothing else does.",
            p => p.InformationProtection
        ),
        new("apps", "appRules", "Work apps", "Which apps may open work data. Everything else is personal.", p => p.AppRules),
        new(
            "network",
            "networkBoundary",
            "Network boundary",
            "Where work data lives. What comes from these places counts as work; everything else is personal.",
            p => p.NetworkBoundary
        ),
        new(
            "lock",
            "deviceLock",
            "Device lock",
            "When the PC asks for its password again, and what that password must be.",
            p => p.DeviceLock
        ),
        new("pin", "helloPin", "Hello PIN", "Whether people sign in with Windows Hello, and what its PIN must be.", p => p.HelloPin),
        new(
            "move",
            "handoff",
            "Move to MDM",
            "The offer to move a PC to full management, and what becomes of its work files.",
            p => p.Handoff
        ),
        new("calls", "polling", "Calling in", "How often PCs ask for news. A change reaches a PC when it calls.", p => p.Polling),
        new(
            "certificates",
            "certificates",
            "Certificates",
            "Which authorities PCs trust, and which certificates people sign in with, to Wi-Fi or a VPN for example.",
            p => p.Certificates
        ),
        new(
            "connect",
            "connectivity",
            "Wi-Fi and VPN",
            "The networks that PCs join and the connections that they make for work. Who protects cloud services alone needs neither.",
            p => p.Connectivity
        ),
        new(
            "monitoring",
            "monitoring",
            "Monitoring",
            "What this server asks PCs, and how often. All of it costs messages; some of it is about people.",
            p => p.Monitoring
        ),
    ];

    private static readonly WrittenPolicy Empty = new();

    /// <summary>The area that the first part of a finding's path names.</summary>
    public static PolicyArea? Of(string path) =>
        All.FirstOrDefault(a => path == a.Path || path.StartsWith(a.Path + ".", StringComparison.Ordinal));

    public bool IsEmpty(WrittenPolicy policy) => Settings(policy).Equals(Settings(Empty));

    /// <summary>The area's state in a word.</summary>
    public (StatusKind Kind, string Word) State(WrittenPolicy policy, IEnumerable<Finding> findings)
    {
        var own = findings.Where(f => Of(f.Field) == this).ToLookup(f => f.Severity);
        return own[Severity.Block].Count() is > 0 and var blocks ? (StatusKind.Failed, $"{blocks} blocking")
            : own[Severity.Danger].Count() is > 0 and var dangers ? (StatusKind.Failed, Plural.Of(dangers, "danger"))
            : own[Severity.Warn].Count() is > 0 and var warnings ? (StatusKind.Attention, Plural.Of(warnings, "warning"))
            : IsEmpty(policy) ? (StatusKind.Unknown, "Not set")
            : (StatusKind.Ready, "Ready");
    }
}
