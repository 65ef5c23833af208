using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.HelloPin;

/// <summary>The names of the area's settings.</summary>
internal static class HelloPinCatalog
{
    public static readonly SettingTable Settings = new(
        "helloPin",
        (
            "usePassportForWork",
            "Use Windows Hello for Business",
            "Configure Windows Hello for Business",
            "PassportForWork/{TenantId}/Policies/UsePassportForWork",
            "Whether people can sign in with Windows Hello."
        ),
        (
            "minimumLength",
            "Minimum PIN length",
            "Minimum PIN length",
            "PassportForWork/{TenantId}/Policies/PINComplexity/MinimumPINLength",
            "How many characters PINs have at least."
        ),
        (
            "maximumLength",
            "Maximum PIN length",
            "Maximum PIN length",
            "PassportForWork/{TenantId}/Policies/PINComplexity/MaximumPINLength",
            "How many characters PINs have at most."
        ),
        (
            "history",
            "PIN history",
            "Remember PIN history",
            "PassportForWork/{TenantId}/Policies/PINComplexity/History",
            "How many earlier PINs cannot be used again."
        ),
        (
            "expirationDays",
            "PIN expiration",
            "PIN expiration (days)",
            "PassportForWork/{TenantId}/Policies/PINComplexity/Expiration",
            "After how many days PINs must change."
        ),
        (
            "digits",
            "Digits",
            "Digits",
            "PassportForWork/{TenantId}/Policies/PINComplexity/Digits",
            "Whether PINs may, must or must not have digits."
        ),
        (
            "lowercaseLetters",
            "Lowercase letters",
            "Lowercase letters in PIN",
            "PassportForWork/{TenantId}/Policies/PINComplexity/LowercaseLetters",
            "Whether PINs may, must or must not have lowercase letters."
        ),
        (
            "uppercaseLetters",
            "Uppercase letters",
            "Uppercase letters in PIN",
            "PassportForWork/{TenantId}/Policies/PINComplexity/UppercaseLetters",
            "Whether PINs may, must or must not have uppercase letters."
        ),
        (
            "specialCharacters",
            "Special characters",
            "Special characters in PIN",
            "PassportForWork/{TenantId}/Policies/PINComplexity/SpecialCharacters",
            "Whether PINs may, must or must not have special characters."
        )
    );
}
