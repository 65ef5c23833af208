namespace MamConsole.Server.Ui.Fields;

/// <summary>How an input hangs together with its label, help and messages; a field hands it to the input inside.</summary>
/// <param name="Id">The input's id, to which the label points.</param>
/// <param name="DescribedBy">The ids of help and messages, for <c>aria-describedby</c>; null when there are none.</param>
/// <param name="Invalid">For <c>aria-invalid</c>: something blocks publishing.</param>
/// <param name="ReadOnly">Whether this person may only look.</param>
public sealed record FieldWiring(string Id, string? DescribedBy, string? Invalid, bool ReadOnly);
