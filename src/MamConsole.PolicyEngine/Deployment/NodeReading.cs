namespace MamConsole.PolicyEngine.Deployment;

/// <summary>What a Get of ours brought.</summary>
/// <param name="LocUri">As compiled.</param>
/// <param name="Value">The value; null when it was asked for and none came.</param>
public sealed record NodeReading(string LocUri, string? Value)
{
    /// <summary>Stands for whatever came where only presence counts: the rest is nobody's business, and is not kept.</summary>
    public const string There = "there";

    /// <summary>The same where the device says that it is not there.</summary>
    public const string Gone = "";
}
