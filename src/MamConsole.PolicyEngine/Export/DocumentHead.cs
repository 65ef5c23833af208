using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Export;

/// <summary>The header of a readable document.</summary>
/// <param name="Edition">The state that the document shows: "Version 3, published by Ana Silva on 2 May 2026" or "The draft".</param>
/// <param name="WrittenAt">The time at which the document was created.</param>
public sealed record DocumentHead(string Edition, DateTimeOffset WrittenAt)
{
    /// <summary>The reason for publishing the version; empty for a draft, and when none was given.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The warnings that were accepted when it was published.</summary>
    public ValueList<AcceptedWarning> Accepted { get; init; } = [];
}
