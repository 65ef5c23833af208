namespace MamConsole.Server.Access.SignIn;

/// <summary>The address to which a person returns after signing in: always within this console.</summary>
internal static class LocalAddress
{
    /// <summary>
    /// The path and query to return to; "/" for a value that is another origin or that a browser could interpret as one. An absolute
    /// address of this origin is reduced to its path, because consent handlers send such addresses.
    /// </summary>
    public static string From(string? requested, HttpRequest request)
    {
        if (string.IsNullOrEmpty(requested) || requested.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter)))
        {
            return "/";
        }

        var path = requested;
        var origin = $"{request.Scheme}://{request.Host}";
        if (requested.StartsWith(origin, StringComparison.OrdinalIgnoreCase))
        {
            path = requested[origin.Length..] is { Length: > 0 } rest ? rest : "/";
        }

        // "//host" and "/\host" name another host, and so do their escaped forms after a proxy has decoded them.
        var decoded = Decode(path);
        return
            path.StartsWith('/')
            && !decoded.StartsWith("//", StringComparison.Ordinal)
            && !decoded.Contains('\\')
            && !decoded.Any(char.IsControl)
            ? path
            : "/";
    }

    private static string Decode(string path)
    {
        // Twice, to decode a value that was escaped twice; no legitimate client escapes three times.
        var once = Uri.UnescapeDataString(path);
        return Uri.UnescapeDataString(once);
    }
}
