namespace MamConsole.IntegrationTests;

/// <summary>Searches for tokens in recorded, logged or exported text.</summary>
internal static class TokenText
{
    /// <summary>
    /// The beginnings of a token's header and, after its dot, of its payload (base64url of <c>{"alg":</c> and of <c>{"</c>). A shorter
    /// beginning could occur in a base64 certificate by chance.
    /// </summary>
    private static readonly string[] Beginnings = ["eyJhbGciOi", ".eyJ"];

    /// <summary>Fails when the text contains a token or a part of one.</summary>
    public static void AssertNone(string text) =>
        Assert.All(Beginnings, beginning => Assert.DoesNotContain(beginning, text, StringComparison.Ordinal));
}
