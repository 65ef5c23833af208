namespace MamConsole.PolicyEngine.DeviceActions;

/// <summary>One command of a one-off as it goes over the wire.</summary>
/// <param name="Verb">What is done.</param>
/// <param name="LocUri">To which node, complete.</param>
/// <param name="Format">Meta/Format; null for a Get.</param>
/// <param name="Data">The value; null when there is none.</param>
public sealed record NodeOperation(NodeOperationVerb Verb, string LocUri, string? Format = null, string? Data = null);
