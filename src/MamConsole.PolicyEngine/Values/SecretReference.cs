using System.Text.Json.Serialization;

namespace MamConsole.PolicyEngine.Values;

/// <summary>
/// A reference in place of a secret's value. Drafts, versions, files and the audit trail contain only the reference: the server stores the
/// value encrypted and inserts it only when a command for a device is created.
/// </summary>
/// <param name="Id">The id of the secret. A new value gets a new id, so that a changed secret is a changed policy.</param>
public sealed record SecretReference([property: JsonPropertyName("secret")] Guid Id)
{
    /// <summary>The placeholder for the unchanged value.</summary>
    [JsonIgnore]
    public string Placeholder => $"{{secret:{Id:D}}}";

    /// <summary>The placeholder for the Base64 text of the value's UTF-8 bytes.</summary>
    [JsonIgnore]
    public string Base64Placeholder => $"{{secret-base64:{Id:D}}}";

    /// <summary>The placeholder for the value as text inside XML: it is escaped on insertion.</summary>
    [JsonIgnore]
    public string XmlPlaceholder => $"{{secret-xml:{Id:D}}}";
}
