using System.Text;

namespace MamConsole.Tests.Architecture;

/// <summary>Writes the modules of an assembly as a section of docs/modules.md.</summary>
internal static class ModulePicture
{
    /// <param name="title">The name of the assembly.</param>
    /// <param name="graph">The modules of the assembly.</param>
    public static string Of(string title, ModuleGraph graph)
    {
        var text = new StringBuilder();
        text.Append("## ").Append(title).Append("\n\n```mermaid\nflowchart TD\n");
        foreach (var module in graph.Ordered())
        {
            text.Append("  ").Append(Id(module)).Append("[\"").Append(module).Append("\"]\n");
            foreach (var used in graph.ReducedUses(module))
            {
                text.Append("  ").Append(Id(module)).Append(" --> ").Append(Id(used)).Append('\n');
            }
        }

        text.Append("```\n\n| module | uses |\n|---|---|\n");
        foreach (var module in graph.Ordered())
        {
            text.Append("| ").Append(module).Append(" | ").AppendJoin(", ", graph.UsedBy(module)).Append(" |\n");
        }

        return text.ToString();
    }

    private static string Id(string module) => module.Replace('.', '_').Trim('(', ')');
}
