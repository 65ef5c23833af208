using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Versions;

/// <summary>The behavior of a setting on PCs when a version no longer contains it.</summary>
[JsonConverter(typeof(CamelCaseEnum<RemovalBehavior>))]
public enum RemovalBehavior
{
    /// <summary>Windows returns to its default.</summary>
    Reverts = 0,

    /// <summary>The object (a list, a certificate, a profile) is deleted.</summary>
    GoesAway = 1,

    /// <summary>Windows retains the value until another one is written.</summary>
    Stays = 2,

    /// <summary>Removal is not sufficient: another value must be written first.</summary>
    NeedsValue = 3,

    /// <summary>It cannot be deleted separately; it is removed together with the account.</summary>
    GoesWithAccount = 4,
}
