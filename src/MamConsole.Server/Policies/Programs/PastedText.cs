using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Access;

namespace MamConsole.Server.Policies.Programs;

/// <summary>A text that Windows printed.</summary>
internal sealed record PastedText(string Text);
