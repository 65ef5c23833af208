namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>A pasted EapHostConfig document: how Windows signs a person in to a network.</summary>
internal static class EapXml
{
    private const string Namespace = "http://www.microsoft.com/provisioning/EapHostConfig";

    /// <summary>Why the text is no such document, in words; null when it is one.</summary>
    public static string? FaultOf(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "Paste the EAP settings: make the connection once on a PC by hand, then export it, and take the EapHostConfig element.";
        }

        if (!PastedXml.TryRead(text, out var xml, out var fault))
        {
            return fault;
        }

        return xml.Root is not { Path: "EapHostConfig", Namespace: Namespace }
                ? $"The EAP settings are one EapHostConfig element in the namespace {Namespace}. What surrounds it in an export "
                    + "does not belong here."
            : xml.First("EapHostConfig/EapMethod/Type") is null ? "The EapHostConfig names no method (EapMethod, Type)."
            : null;
    }

    /// <summary>What the document asks for, for people: the outer method by its name.</summary>
    public static string MethodOf(string text) =>
        PastedXml.TryRead(text, out var xml, out _)
            ? xml.First("EapHostConfig/EapMethod/Type") switch
            {
                "13" => "certificate (EAP-TLS)",
                "21" => "EAP-TTLS",
                "25" => "PEAP",
                "26" => "user name and password (EAP-MSCHAPv2)",
                "18" => "SIM card (EAP-SIM)",
                "55" => "EAP-TEAP",
                { } other => $"EAP method {other}",
                null => "EAP",
            }
            : "EAP";
}
