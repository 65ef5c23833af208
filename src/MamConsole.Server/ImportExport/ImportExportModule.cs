namespace MamConsole.Server.ImportExport;

/// <summary>Registers import and export of policies.</summary>
internal static class ImportExportModule
{
    public static IServiceCollection AddImportExport(this IServiceCollection services) =>
        services.AddSingleton<ImportPolicy>().AddSingleton<ExportPolicy>();
}
