using MamConsole.Server.Access;

namespace MamConsole.Server.Shell;

/// <summary>Roles as readable text.</summary>
internal static class RoleWords
{
    /// <summary>"Author and Publisher".</summary>
    public static string Of(Administrator who)
    {
        var names = who.Roles.Order().Select(r => r == AppRole.HelpDesk ? "Help desk" : r.ToString()).ToArray();
        return names.Length switch
        {
            0 => "no role",
            1 => names[0],
            _ => $"{string.Join(", ", names[..^1])} and {names[^1]}",
        };
    }
}
