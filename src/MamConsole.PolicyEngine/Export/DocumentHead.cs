using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Export;

/// <summary>What stands at the head of a readable document.</summary>
/// <param name="Edition">Which state it shows: "Version 3, published by Ana Silva on 2 May 2026" or "The draft".</param>
/// <param name="WrittenAt">When the document was made.</param>
public sealed record DocumentHead(string Edition, DateTimeOffset WrittenAt)
{
    /// <summary>Why the version was published; empty for a draft, and where nobody said.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The warnings that were accepted when it was published.</summary>
    public ValueList<AcceptedWarning> Accepted { get; init; } = [];
}
