using System.Collections.Frozen;
using MamConsole.PolicyEngine.HelloPin;
using MamConsole.PolicyEngine.InformationProtection;

namespace MamConsole.PolicyEngine.Import;

/// <summary>Maps the names of Intune to the values of the model, in both directions (docs/reference/wip-authoring.md §2, §9).</summary>
internal static class IntuneWords
{
    public static readonly FrozenDictionary<string, ProtectionMode> Modes = new Dictionary<string, ProtectionMode>
    {
        ["noProtection"] = ProtectionMode.Off,
        ["encryptAndAuditOnly"] = ProtectionMode.Silent,
        ["encryptAuditAndPrompt"] = ProtectionMode.AllowOverrides,
        ["encryptAuditAndBlock"] = ProtectionMode.Block,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static readonly FrozenDictionary<string, PinCharacters> Characters = new Dictionary<string, PinCharacters>
    {
        ["allow"] = PinCharacters.Allowed,
        ["requireAtLeastOne"] = PinCharacters.Required,
        ["notAllow"] = PinCharacters.Forbidden,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns Intune's name for a value.</summary>
    public static string Of<T>(FrozenDictionary<string, T> words, T value)
        where T : struct, Enum => words.First(pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Key;
}
