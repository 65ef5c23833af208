using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MamConsole.PolicyEngine.Import;
using MamConsole.PolicyEngine.PolicyFile;

namespace MamConsole.PolicyEngine.Export;

/// <summary>Exports a policy as Intune's policy for PCs without enrollment. Importing the result produces the same settings.</summary>
public static class IntuneExport
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static IntuneDocument Write(NamedPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var report = new ImportReportBuilder();
        var writer = new IntunePolicyWriter(report);
        var json = writer.Write(policy);
        return new IntuneDocument(Encoding.UTF8.GetBytes(json.ToJsonString(Layout) + "\n"), report.Build());
    }
}
