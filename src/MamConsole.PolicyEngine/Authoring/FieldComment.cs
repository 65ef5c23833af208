namespace MamConsole.PolicyEngine.Authoring;

/// <summary>Why one setting is as it is.</summary>
/// <param name="Field">The setting's path in the written policy's JSON, <c>deviceLock.lockAfterMinutes</c>, or
/// <see cref="FieldComments.WholePolicy"/>. Rows
/// of lists have no note of their own: they move.</param>
/// <param name="Text">As typed.</param>
public sealed record FieldComment(string Field, string Text);
