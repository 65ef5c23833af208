using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.DeviceLock;

/// <summary>AlphanumericDevicePasswordRequired. The numbers are those of the CSP; stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<PasswordKind>))]
public enum PasswordKind
{
    /// <summary>A password, or a PIN with letters.</summary>
    LettersAndDigits = 0,

    /// <summary>A password, or a PIN of digits.</summary>
    DigitsWillDo = 1,

    /// <summary>A password, or a PIN with or without letters.</summary>
    Any = 2,
}
