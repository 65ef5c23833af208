namespace MamConsole.Server.Policies.History;

/// <summary>The request to add a comment.</summary>
/// <param name="Text">As typed.</param>
internal sealed record NewComment(string Text);
