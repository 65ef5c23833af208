using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>The hash algorithms that AppLocker supports. Stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<AppHashKind>))]
public enum AppHashKind
{
    /// <summary>The hash of the program without its signature, as shown by Get-AppLockerFileInformation.</summary>
    Sha256 = 0,

    /// <summary>The hash of the whole file, as shown by Get-FileHash.</summary>
    Sha256Flat = 1,

    /// <summary>A hash of 40 digits; used only in old lists.</summary>
    Sha1 = 2,
}
