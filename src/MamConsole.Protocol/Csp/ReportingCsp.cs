using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>Reporting CSP: the log of work data that left its place, by time (csp-catalog.json; device-reporting.md §5).</summary>
/// <remarks>The filters are transient: all of them are written in the message that reads <see cref="Logs"/>.</remarks>
public static class ReportingCsp
{
    private const string Root = "./Vendor/MSFT/Reporting/EnterpriseDataProtection/RetrieveByTimeRange/";

    private static CspNode<T> Filter<T>(string name, CspFormat format) => new() { Uri = Root + name, Format = format, Access = CspAccess.Get | CspAccess.Replace };

    /// <summary>ISO 8601 in UTC; unset = from the oldest entry.</summary>
    public static readonly CspNode<string> StartTime = Filter<string>("StartTime", CspFormat.Chr);

    /// <summary>ISO 8601 in UTC; unset = to the newest entry.</summary>
    public static readonly CspNode<string> StopTime = Filter<string>("StopTime", CspFormat.Chr);

    /// <summary>0 = the audit log.</summary>
    public static readonly CspNode<int> Type = Filter<int>("Type", CspFormat.Int);

    /// <summary>An XML document, which may be large and then comes in chunks. Personal data.</summary>
    public static readonly CspNode<string> Logs = new() { Uri = Root + "Logs", Format = CspFormat.Xml, Access = CspAccess.Get };

    /// <summary>Every node above.</summary>
    public static readonly ImmutableArray<CspNode> All = [StartTime, StopTime, Type, Logs];
}
