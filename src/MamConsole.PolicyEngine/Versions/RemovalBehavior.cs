using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Versions;

/// <summary>What becomes of a setting on the PCs once a version no longer holds it.</summary>
[JsonConverter(typeof(CamelCaseEnum<RemovalBehavior>))]
public enum RemovalBehavior
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
