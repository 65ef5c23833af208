namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>A pasted EapHostConfig document: the sign-in method of a network.</summary>
internal static class EapXml
{
    private const string Namespace = "http://www.microsoft.com/provisioning/EapHostConfig";

    /// <summary>Returns the reason why the text is not such a document; null when it is one.</summary>
    public static string? FaultOf(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "Paste the EAP settings: set up the connection manually on a PC, export it, and copy the EapHostConfig element.";
        }

        if (!PastedXml.TryRead(text, out var xml, out var fault))
        {
            return fault;
        }

        return xml.Root is not { Path: "EapHostConfig", Namespace: Namespace }
                ? $"The EAP settings are one EapHostConfig element in the namespace {Namespace}. Remove the elements around it that an "
                    + "export contains."
            : xml.First("EapHostConfig/EapMethod/Type") is null ? "The EapHostConfig names no method (EapMethod, Type)."
            : null;
    }

    /// <summary>Returns the name of the outer method, for people.</summary>
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
