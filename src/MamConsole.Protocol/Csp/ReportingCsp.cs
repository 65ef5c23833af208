using System.Collections.Immutable;
using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// Reporting CSP: the WIP audit log, by time or by number of entries (docs/reference/csp-catalog.json; docs/reference/device-reporting.md
/// §5).
/// </summary>
/// <remarks>The filters are transient: all of them must be written in the message that reads <see cref="Logs"/>.</remarks>
public static class ReportingCsp
{
    private const string Instant = @"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z?$";

    private static readonly CspBranch Root = CspBranch.At("./Vendor/MSFT/Reporting");

    private static readonly CspBranch ByTime = Root.Below("EnterpriseDataProtection/RetrieveByTimeRange");

    private static readonly CspBranch ByCount = Root.Below("EnterpriseDataProtection/RetrieveByCount");

    public static readonly CspBareNode Reporting = Root.Node("");

    public static readonly CspBareNode WorkData = Root.Node("EnterpriseDataProtection");

    public static readonly CspBareNode RetrieveByTimeRange = ByTime.Node("");

    /// <summary>ISO 8601 in UTC; unset = from the oldest entry.</summary>
    public static readonly CspNode<string> StartTime = Time(ByTime, "StartTime");

    /// <summary>ISO 8601 in UTC; unset = to the newest entry.</summary>
    public static readonly CspNode<string> StopTime = Time(ByTime, "StopTime");

    /// <summary>The kind of log; 0 = the audit log.</summary>
    public static readonly CspNode<int> Type = Kind(ByTime);

    /// <summary>An XML document, which may be large and is then sent in chunks. Personal data.</summary>
    public static readonly CspNode<string> Logs = Document(ByTime);

    public static readonly CspBareNode RetrieveByCount = ByCount.Node("");

    /// <summary>Like <see cref="StartTime"/>, for reading by number.</summary>
    public static readonly CspNode<string> CountStartTime = Time(ByCount, "StartTime");

    /// <summary>The number of entries to read, from 1.</summary>
    public static readonly CspNode<int> LogCount = ByCount.Int("LogCount", CspRange.From(1), access: CspAccess.GetReplace, occurs: One);

    /// <summary>Like <see cref="Type"/>, for reading by number.</summary>
    public static readonly CspNode<int> CountType = Kind(ByCount);

    /// <summary>Like <see cref="Logs"/>, for reading by number.</summary>
    public static readonly CspNode<string> CountLogs = Document(ByCount);

    /// <summary>All nodes of this provider.</summary>
    public static readonly ImmutableArray<CspNode> All = Root.Nodes;

    private static CspNode<string> Time(CspBranch at, string name) =>
        at.Text(name, CspRange.Form(Instant), access: CspAccess.GetReplace, occurs: One);

    private static CspNode<int> Kind(CspBranch at) => at.Int("Type", CspRange.Of("0"), "0", CspAccess.GetReplace, One);

    private static CspNode<string> Document(CspBranch at) => at.Text("Logs", format: CspFormat.Xml, access: CspAccess.Get, reserved: true);
}
