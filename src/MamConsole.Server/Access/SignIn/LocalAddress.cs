namespace MamConsole.Server.Access.SignIn;

/// <summary>Where a person is sent after signing in: only ever within this console.</summary>
internal static class LocalAddress
{
    /// <summary>
    /// The path and query to return to; "/" for whatever is, or could be read by some browser as, another place. An absolute address of
    /// this
    /// very origin is cut down to its path, because consent handlers send those.
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

        // "//host" and "/\host" name another host, and so do their escapes once some proxy has resolved them.
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
        // Twice, for what was escaped twice; a third time is nobody's mistake.
        var once = Uri.UnescapeDataString(path);
        return Uri.UnescapeDataString(once);
    }
}
