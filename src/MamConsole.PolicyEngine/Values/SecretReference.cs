using System.Text.Json.Serialization;

namespace MamConsole.PolicyEngine.Values;

/// <summary>
/// Names a secret where its value would stand. A policy holds nothing else of it, in the draft, in a version, in a file and in the audit
/// trail: the value is
/// kept encrypted by the server and put in only when a command is made for a device.
/// </summary>
/// <param name="Id">Which one. Another value has another id, so that a changed secret is a changed policy.</param>
public sealed record SecretReference([property: JsonPropertyName("secret")] Guid Id)
{
    /// <summary>Stands for the value as it is.</summary>
    [JsonIgnore]
    public string Placeholder => $"{{secret:{Id:D}}}";

    /// <summary>Stands for the base64 of the value's UTF-8 bytes.</summary>
    [JsonIgnore]
    public string Base64Placeholder => $"{{secret-base64:{Id:D}}}";

    /// <summary>Stands for the value as text inside XML: escaped when it is put in.</summary>
    [JsonIgnore]
    public string XmlPlaceholder => $"{{secret-xml:{Id:D}}}";
}
