using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.InformationProtection;

/// <summary>EDPEnforcementLevel. The numbers are those of the CSP; stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<ProtectionMode>))]
public enum ProtectionMode
{
    /// <summary>WIP is off; protected files are decrypted.</summary>
    Off = 0,

    /// <summary>Protects and logs, never blocks.</summary>
    Silent = 1,

    /// <summary>Warns people, lets them continue, and logs it.</summary>
    AllowOverrides = 2,

    /// <summary>Blocks.</summary>
    Block = 3,
}
