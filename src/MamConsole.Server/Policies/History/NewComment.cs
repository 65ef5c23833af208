namespace MamConsole.Server.Policies.History;

/// <summary>A comment to add.</summary>
/// <param name="Text">As typed.</param>
internal sealed record NewComment(string Text);
