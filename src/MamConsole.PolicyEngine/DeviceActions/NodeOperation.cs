namespace MamConsole.PolicyEngine.DeviceActions;

/// <summary>One command of a device action, as it is sent.</summary>
/// <param name="Verb">The verb of the command.</param>
/// <param name="LocUri">The complete LocURI of the node.</param>
/// <param name="Format">Meta/Format; null for a Get.</param>
/// <param name="Data">The value; null when there is none.</param>
public sealed record NodeOperation(NodeOperationVerb Verb, string LocUri, string? Format = null, string? Data = null);
