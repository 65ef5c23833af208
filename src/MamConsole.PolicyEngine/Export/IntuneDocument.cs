using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MamConsole.PolicyEngine.Import;
using MamConsole.PolicyEngine.PolicyFile;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Export;

/// <summary>A policy as Intune would say it.</summary>
/// <param name="Json">A windowsInformationProtectionPolicy of Graph v1.0, UTF-8.</param>
/// <param name="Ledger">Each setting and what became of it: what Intune has no word for stands as dropped. Sources are paths of the written policy, targets
/// properties of Graph's.</param>
public sealed record IntuneDocument(byte[] Json, Ledger Ledger);
