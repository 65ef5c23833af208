using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine;

/// <summary>What one setting does, in words; the panel beside the form, the change list and the device page all speak from these.</summary>
/// <param name="Field">The field's path in the written policy's JSON.</param>
/// <param name="Area">The area's title.</param>
/// <param name="Label">The setting's short name: "Lock after".</param>
/// <param name="Value">Its value, short, with its unit: "5 minutes".</param>
/// <param name="Sentence">What it does: "The PC locks after 5 minutes without use."</param>
/// <param name="Items">The rows of a list setting, as they read; empty for single values.</param>
/// <param name="Nodes">The LocURIs that carry it.</param>
public sealed record Statement(string Field, string Area, string Label, string Value, string Sentence, ValueList<string> Items, ValueList<string> Nodes);

/// <summary>The whole policy in words. Only fans out over the areas. Wrong values are shown as typed.</summary>
public static class PolicyWords
{
    public static IEnumerable<Statement> Describe(WrittenPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return [.. DeviceLockWords.Describe(policy.DeviceLock)];
    }
}
