using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.HelloPin;

/// <summary>The labels of the area's settings.</summary>
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
            "The minimum number of characters in a PIN."
        ),
        (
            "maximumLength",
            "Maximum PIN length",
            "Maximum PIN length",
            "PassportForWork/{TenantId}/Policies/PINComplexity/MaximumPINLength",
            "The maximum number of characters in a PIN."
        ),
        (
            "history",
            "PIN history",
            "Remember PIN history",
            "PassportForWork/{TenantId}/Policies/PINComplexity/History",
            "The number of earlier PINs that cannot be reused."
        ),
        (
            "expirationDays",
            "PIN expiration",
            "PIN expiration (days)",
            "PassportForWork/{TenantId}/Policies/PINComplexity/Expiration",
            "The number of days after which PINs must change."
        ),
        (
            "digits",
            "Digits",
            "Digits",
            "PassportForWork/{TenantId}/Policies/PINComplexity/Digits",
            "Whether PINs may, must or must not contain digits."
        ),
        (
            "lowercaseLetters",
            "Lowercase letters",
            "Lowercase letters in PIN",
            "PassportForWork/{TenantId}/Policies/PINComplexity/LowercaseLetters",
            "Whether PINs may, must or must not contain lowercase letters."
        ),
        (
            "uppercaseLetters",
            "Uppercase letters",
            "Uppercase letters in PIN",
            "PassportForWork/{TenantId}/Policies/PINComplexity/UppercaseLetters",
            "Whether PINs may, must or must not contain uppercase letters."
        ),
        (
            "specialCharacters",
            "Special characters",
            "Special characters in PIN",
            "PassportForWork/{TenantId}/Policies/PINComplexity/SpecialCharacters",
            "Whether PINs may, must or must not contain special characters."
        )
    );
}
