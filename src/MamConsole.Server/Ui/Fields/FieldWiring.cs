namespace MamConsole.Server.Ui.Fields;

/// <summary>Connects an input with its label, help and messages; a field passes it to the input inside.</summary>
/// <param name="Id">The input's id, which the label refers to.</param>
/// <param name="DescribedBy">The ids of help and messages, for <c>aria-describedby</c>; null when there are none.</param>
/// <param name="Invalid">The value of <c>aria-invalid</c>; null unless a finding blocks publishing.</param>
/// <param name="ReadOnly">Whether the person has read access only.</param>
public sealed record FieldWiring(string Id, string? DescribedBy, string? Invalid, bool ReadOnly);
