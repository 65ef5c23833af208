namespace MamConsole.Tests;

/// <summary>
/// The reference documents of this repository (<c>docs/reference</c>). A test that reads one fails when it is missing; it is never skipped.
/// </summary>
internal static class ReferenceDocuments
{
    private static readonly string Folder = System.IO.Path.Combine(CheckoutFiles.Root, "docs", "reference");

    /// <summary>Returns the path of one document, named as in <c>Path("eas.md")</c>.</summary>
    /// <exception cref="FileNotFoundException">There is no such document.</exception>
    public static string Path(string name)
    {
        var path = System.IO.Path.Combine(Folder, name);
        return File.Exists(path) ? path : throw new FileNotFoundException($"docs/reference has no document '{name}'.", path);
    }
}
