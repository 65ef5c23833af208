using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.InformationProtection;

/// <summary>EDPEnforcementLevel. The numbers are those of the wire; stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<ProtectionMode>))]
public enum ProtectionMode
{
    /// <summary>No protection; files that were protected get decrypted.</summary>
    Off = 0,

    /// <summary>Protects and records, never interferes.</summary>
    Silent = 1,

    /// <summary>Asks, lets people go on, records it.</summary>
    AllowOverrides = 2,

    /// <summary>Refuses.</summary>
    Block = 3,
}
