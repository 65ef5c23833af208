using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>Where the private key lives. The numbers are those of the wire; stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<KeyStorageProvider>))]
public enum KeyStorageProvider
{
    /// <summary>In the TPM; a PC without one refuses the certificate.</summary>
    Tpm = 1,

    /// <summary>In the TPM where there is one, else in software.</summary>
    TpmIfThere = 2,

    /// <summary>In software.</summary>
    Software = 3,
}
