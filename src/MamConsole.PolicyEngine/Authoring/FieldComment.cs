namespace MamConsole.PolicyEngine.Authoring;

/// <summary>The comment on one setting.</summary>
/// <param name="Field">The setting's path in the written policy's JSON, <c>deviceLock.lockAfterMinutes</c>, or
/// <see cref="FieldComments.WholePolicy"/>. Rows in lists have no comments, because they move.</param>
/// <param name="Text">The text, as entered.</param>
public sealed record FieldComment(string Field, string Text);
