using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>PassportForWork CSP: Windows Hello for Business and its PIN, at device scope (csp-catalog.json; eas.md §3).</summary>
/// <remarks>A value at user scope hides the one at device scope. The tenant node must be there before what it holds.</remarks>
public static class PassportForWorkCsp
{
    private const string Root = "./Device/Vendor/MSFT/PassportForWork/" + TenantIdPlaceholder;

    /// <summary>Stands in the LocURIs for the tenant's GUID.</summary>
    public const string TenantIdPlaceholder = "{TenantId}";

    private const CspAccess AddRemove = CspAccess.Get | CspAccess.Add | CspAccess.Delete;

    private static CspBareNode Interior(string uri) => new() { Uri = uri, Format = CspFormat.Node, Access = AddRemove };

    private static CspNode<bool> Bool(string name) => new() { Uri = $"{Root}/Policies/{name}", Format = CspFormat.Bool };

    private static CspNode<int> Pin(string name) => new() { Uri = $"{Root}/Policies/PINComplexity/{name}", Format = CspFormat.Int };

    public static readonly CspBareNode Tenant = Interior(Root);

    public static readonly CspBareNode Policies = Interior($"{Root}/Policies");

    public static readonly CspBareNode PinComplexity = Interior($"{Root}/Policies/PINComplexity");

    /// <summary>Whether Windows Hello for Business is offered; on by default.</summary>
    public static readonly CspNode<bool> UsePassportForWork = Bool("UsePassportForWork");

    /// <summary>Whether only devices with a TPM may use it; off by default.</summary>
    public static readonly CspNode<bool> RequireSecurityDevice = Bool("RequireSecurityDevice");

    /// <summary>4 to 127 characters; default 4.</summary>
    public static readonly CspNode<int> MinimumPinLength = Pin("MinimumPINLength");

    /// <summary>4 to 127 characters; default 127.</summary>
    public static readonly CspNode<int> MaximumPinLength = Pin("MaximumPINLength");

    /// <summary>0 = optional (default), 1 = at least one, 2 = forbidden.</summary>
    public static readonly CspNode<int> UppercaseLetters = Pin("UppercaseLetters");

    /// <inheritdoc cref="UppercaseLetters"/>
    public static readonly CspNode<int> LowercaseLetters = Pin("LowercaseLetters");

    /// <inheritdoc cref="UppercaseLetters"/>
    public static readonly CspNode<int> SpecialCharacters = Pin("SpecialCharacters");

    /// <inheritdoc cref="UppercaseLetters"/>
    public static readonly CspNode<int> Digits = Pin("Digits");

    /// <summary>0 to 50 old PINs; 0 = none is remembered (default).</summary>
    public static readonly CspNode<int> History = Pin("History");

    /// <summary>Days, 0 to 730; 0 = never (default).</summary>
    public static readonly CspNode<int> Expiration = Pin("Expiration");

    /// <summary>Every node above, parents before children.</summary>
    public static readonly ImmutableArray<CspNode> All =
    [
        Tenant, Policies, UsePassportForWork, RequireSecurityDevice, PinComplexity, MinimumPinLength, MaximumPinLength,
        UppercaseLetters, LowercaseLetters, SpecialCharacters, Digits, History, Expiration,
    ];
}
