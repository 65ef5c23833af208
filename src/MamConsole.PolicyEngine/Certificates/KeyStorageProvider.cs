using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>The storage location of the private key. The numbers are those of the CSP; stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<KeyStorageProvider>))]
public enum KeyStorageProvider
{
    /// <summary>In the TPM; a PC without one does not accept the certificate.</summary>
    Tpm = 1,

    /// <summary>In the TPM if the PC has one, otherwise in software.</summary>
    TpmIfThere = 2,

    /// <summary>In software.</summary>
    Software = 3,
}
