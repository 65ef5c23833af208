namespace MamConsole.Server.Policies;

/// <summary>A page of a policy's history, newest first.</summary>
/// <param name="Items">The versions.</param>
/// <param name="Next">The value of <c>after</c> for the next page; absent on the last page.</param>
internal sealed record VersionPage(IReadOnlyList<VersionSummary> Items, int? Next);
