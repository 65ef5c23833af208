using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>The hashes that AppLocker knows. Stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<AppHashKind>))]
public enum AppHashKind
{
    /// <summary>Of the program without its signature, as Get-AppLockerFileInformation shows it.</summary>
    Sha256 = 0,

    /// <summary>Of the whole file, as Get-FileHash shows it.</summary>
    Sha256Flat = 1,

    /// <summary>40 digits; only in old lists.</summary>
    Sha1 = 2,
}
