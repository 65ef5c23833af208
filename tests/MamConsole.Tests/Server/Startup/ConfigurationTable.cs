using System.Text;
using MamConsole.Server.Startup;

namespace MamConsole.Tests.Server.Startup;

/// <summary>Writes the settings of the server as docs/configuration.md shows them.</summary>
internal static class ConfigurationTable
{
    /// <summary>Returns one table for each section, in the order of the list.</summary>
    public static string Of(IEnumerable<ConfigurationKey> keys)
    {
        var text = new StringBuilder();
        foreach (var section in keys.GroupBy(key => key.Section, StringComparer.Ordinal))
        {
            text.Append("## ").Append(section.Key).Append("\n\n| key | is | must be | default | example |\n|---|---|---|---|---|\n");
            foreach (var key in section)
            {
                text.Append("| `")
                    .Append(key.Name)
                    .Append(key.IsList ? ":0`, `:1` … | " : "` | ")
                    .Append(key.Meaning)
                    .Append(" | ")
                    .Append(key.Value.Allowed.Replace("*", "\\*", StringComparison.Ordinal))
                    .Append(" | ")
                    .Append(DefaultOf(key))
                    .Append(" | `")
                    .Append(key.Example)
                    .Append("` |\n");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string DefaultOf(ConfigurationKey key)
    {
        if (key.Required)
        {
            return "(required)";
        }

        return key.Default is null ? "–" : $"`{key.Default}`";
    }
}
