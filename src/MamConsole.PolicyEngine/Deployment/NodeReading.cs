namespace MamConsole.PolicyEngine.Deployment;

/// <summary>The result of a Get.</summary>
/// <param name="LocUri">The LocURI as compiled.</param>
/// <param name="Value">The value; null when it was read but not returned.</param>
public sealed record NodeReading(string LocUri, string? Value)
{
    /// <summary>A placeholder for any value where only presence matters: the value itself is not stored.</summary>
    public const string There = "there";

    /// <summary>The placeholder for a node that does not exist on the device.</summary>
    public const string Gone = "";
}
