namespace MamConsole.IntegrationTests;

/// <summary>Looks for tokens in what was recorded, logged or exported.</summary>
internal static class TokenText
{
    /// <summary>
    /// How a token's header and, behind its dot, its payload begin (base64url of <c>{"alg":</c> and of <c>{"</c>). A certificate in base64
    /// holds a shorter beginning by chance.
    /// </summary>
    private static readonly string[] Beginnings = ["eyJhbGciOi", ".eyJ"];

    /// <summary>Fails when the text holds a token or a part of one.</summary>
    public static void AssertNone(string text) =>
        Assert.All(Beginnings, beginning => Assert.DoesNotContain(beginning, text, StringComparison.Ordinal));
}
