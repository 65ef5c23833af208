using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>The nodes of <see cref="PassportForWorkCsp"/> that exist in both trees.</summary>
public sealed class HelloNodes
{
    internal HelloNodes(CspBranch root)
    {
        Hello = root.Node("");
        Tenant = root.Node(PassportForWorkCsp.TenantIdPlaceholder, CspAccess.GetAddDelete, ZeroOrMore);
        var at = root.Below($"{PassportForWorkCsp.TenantIdPlaceholder}/Policies");
        Policies = at.Node("", CspAccess.GetAddDelete);
        UsePassportForWork = at.Bool("UsePassportForWork", "True");
        RequireSecurityDevice = at.Bool("RequireSecurityDevice", "False");
        EnablePinRecovery = at.Bool("EnablePinRecovery", "False");

        PinComplexity = at.Node("PINComplexity", CspAccess.GetAddDelete);
        var pin = at.Below("PINComplexity");
        MinimumPinLength = pin.Int("MinimumPINLength", CspRange.Between(4, 127), "6");
        MaximumPinLength = pin.Int("MaximumPINLength", CspRange.Between(4, 127), "127");
        UppercaseLetters = pin.Int("UppercaseLetters", CspRange.Upto(2), "0");
        LowercaseLetters = pin.Int("LowercaseLetters", CspRange.Upto(2), "0");
        SpecialCharacters = pin.Int("SpecialCharacters", CspRange.Upto(2), "0");
        Digits = pin.Int("Digits", CspRange.Upto(2), "0");
        History = pin.Int("History", CspRange.Between(0, 50), "0");
        Expiration = pin.Int("Expiration", CspRange.Between(0, 730), "0");
    }

    public CspBareNode Hello { get; }

    public CspBareNode Tenant { get; }

    public CspBareNode Policies { get; }

    /// <summary>Whether Windows Hello for Business is available; default on.</summary>
    public CspNode<bool> UsePassportForWork { get; }

    /// <summary>Whether a TPM is required; default off.</summary>
    public CspNode<bool> RequireSecurityDevice { get; }

    /// <summary>Whether a PIN can be reset with Microsoft's PIN recovery service.</summary>
    public CspNode<bool> EnablePinRecovery { get; }

    public CspBareNode PinComplexity { get; }

    /// <summary>4 to 127 characters; default 4.</summary>
    public CspNode<int> MinimumPinLength { get; }

    /// <summary>4 to 127 characters; default 127.</summary>
    public CspNode<int> MaximumPinLength { get; }

    /// <summary>0 = optional (default), 1 = at least one, 2 = forbidden.</summary>
    public CspNode<int> UppercaseLetters { get; }

    /// <inheritdoc cref="UppercaseLetters"/>
    public CspNode<int> LowercaseLetters { get; }

    /// <inheritdoc cref="UppercaseLetters"/>
    public CspNode<int> SpecialCharacters { get; }

    /// <inheritdoc cref="UppercaseLetters"/>
    public CspNode<int> Digits { get; }

    /// <summary>The number of old PINs, 0 to 50; 0 = none is stored (default).</summary>
    public CspNode<int> History { get; }

    /// <summary>The lifetime of a PIN in days, 0 to 730; 0 = unlimited (default).</summary>
    public CspNode<int> Expiration { get; }
}
