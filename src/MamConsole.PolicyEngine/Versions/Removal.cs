using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Versions;

/// <summary>What becomes of a setting on the PCs once a version no longer holds it.</summary>
[JsonConverter(typeof(CamelCaseEnum<RemovalFate>))]
public enum RemovalFate
{
    /// <summary>Windows goes back to what it does without the setting.</summary>
    Reverts = 0,
    /// <summary>The thing itself (a list, a certificate, a profile) is deleted.</summary>
    GoesAway = 1,
    /// <summary>Windows keeps the value until something else is written.</summary>
    Stays = 2,
    /// <summary>Leaving it out says too little: another value has to be written first.</summary>
    NeedsValue = 3,
    /// <summary>It cannot be deleted alone; it leaves when the account does.</summary>
    GoesWithAccount = 4,
}

/// <summary>How well a forecast is known.</summary>
[JsonConverter(typeof(CamelCaseEnum<RemovalCertainty>))]
public enum RemovalCertainty
{
    /// <summary>Microsoft writes it down.</summary>
    Documented = 0,
    /// <summary>It follows from what is written down.</summary>
    Inferred = 1,
    /// <summary>No source says it and no PC was asked.</summary>
    Unverified = 2,
}

/// <summary>A value that says outright what leaving the setting out leaves open.</summary>
/// <param name="Field">Where it belongs.</param>
/// <param name="Value">As somebody would type it there; <c>true</c> or <c>false</c> for a switch.</param>
/// <param name="Label">What the button that puts it into the draft says.</param>
public sealed record RemovalRemedy(string Field, string Value, string Label)
{
    /// <summary>The draft with the value in it.</summary>
    public WrittenPolicy ApplyTo(WrittenPolicy draft) => PolicyPatch.Put(draft, Field, Value);
}

/// <summary>What one setting that leaves does on the PCs.</summary>
/// <param name="Area">The area's title.</param>
/// <param name="Field">The field that carried it.</param>
/// <param name="Label">The setting's short name.</param>
/// <param name="Fate">What becomes of it.</param>
/// <param name="Sentence">The same in words, with the default where there is one.</param>
/// <param name="Certainty">How well this is known.</param>
/// <param name="Source">Where it is known from.</param>
/// <param name="Nodes">The LocURIs that leave; empty where only rows of a list do and the rest is sent anew.</param>
/// <param name="Remedy">What would settle it; null where nothing needs to be said, or nothing can.</param>
public sealed record Removal(
    string Area,
    string Field,
    string Label,
    RemovalFate Fate,
    string Sentence,
    RemovalCertainty Certainty,
    string Source,
    ValueList<string> Nodes,
    RemovalRemedy? Remedy = null)
{
    /// <summary>Whether somebody should read it before publishing: what stays, needs a value or is not known.</summary>
    [JsonIgnore]
    public bool NeedsAttention => Fate is RemovalFate.Stays or RemovalFate.NeedsValue || Certainty == RemovalCertainty.Unverified;
}
