namespace MamConsole.Server.Policies.History;

/// <summary>A page of comments, oldest first.</summary>
/// <param name="Items">The comments.</param>
/// <param name="Next">The value of <c>after</c> for the next page; absent on the last page.</param>
internal sealed record CommentPage(IReadOnlyList<VersionComment> Items, long? Next);
