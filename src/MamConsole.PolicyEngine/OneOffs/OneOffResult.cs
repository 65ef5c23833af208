using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.OneOffs;

/// <summary>Everything that a device said about a one-off command.</summary>
public sealed record OneOffResult(ValueList<NodeAnswer> Nodes);
