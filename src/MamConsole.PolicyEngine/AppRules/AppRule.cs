using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>
/// One row of an app list, as entered (docs/reference/wip-authoring.md §5.2): apps of one publisher, distinguished by the content of their
/// signature, or files identified by their path or their hash.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(StoreApp), "storeApp")]
[JsonDerivedType(typeof(DesktopApp), "desktopApp")]
[JsonDerivedType(typeof(FileAtPath), "filePath")]
[JsonDerivedType(typeof(FileWithHash), "fileHash")]
public abstract record AppRule
{
    private AppRule() { }

    /// <summary>The name, which becomes the rule's name. Empty = named after its condition.</summary>
    public string Name { get; init; } = "";

    /// <summary>The publisher: <c>CN=…</c> for packaged apps, <c>O=…</c> in capitals for desktop apps; empty for files.</summary>
    public string Publisher { get; init; } = "";

    /// <summary>The first version that matches, <c>n.n.n.n</c>; empty or <c>*</c> = from the first version.</summary>
    public string LowVersion { get; init; } = "";

    /// <summary>The last version that matches, <c>n.n.n.n</c>; empty or <c>*</c> = up to the newest version.</summary>
    public string HighVersion { get; init; } = "";

    /// <summary>Whether the apps are denied instead of allowed. Deny takes precedence over allow.</summary>
    public bool Deny { get; init; }

    /// <summary>The exceptions of the rule. They come from imported AppLocker lists; the console shows them and can remove them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<ExceptedApp> Exceptions { get; init; } = [];

    /// <summary>Returns the result for the kind of rule.</summary>
    public abstract T Match<T>(
        Func<StoreApp, T> storeApp,
        Func<DesktopApp, T> desktopApp,
        Func<FileAtPath, T> path,
        Func<FileWithHash, T> hash
    );

    /// <summary>A packaged app (Appx, MSIX).</summary>
    public sealed record StoreApp : AppRule
    {
        /// <summary>The package's identity name, such as <c>Microsoft.MicrosoftEdge</c>, not the family name or the display name.</summary>
        public string PackageName { get; init; } = "";

        /// <inheritdoc/>
        public override T Match<T>(
            Func<StoreApp, T> storeApp,
            Func<DesktopApp, T> desktopApp,
            Func<FileAtPath, T> path,
            Func<FileWithHash, T> hash
        ) => storeApp(this);
    }

    /// <summary>A program file (.exe).</summary>
    public sealed record DesktopApp : AppRule
    {
        /// <summary>The product name of the file's version resource; empty or <c>*</c> = any.</summary>
        public string Product { get; init; } = "";

        /// <summary>The file's name, such as <c>NOTEPAD.EXE</c>; empty or <c>*</c> = any.</summary>
        public string Binary { get; init; } = "";

        /// <inheritdoc/>
        public override T Match<T>(
            Func<StoreApp, T> storeApp,
            Func<DesktopApp, T> desktopApp,
            Func<FileAtPath, T> path,
            Func<FileWithHash, T> hash
        ) => desktopApp(this);
    }

    /// <summary>
    /// Program files identified by their path. A renamed copy in that path matches too, so this is the weakest kind (W-APP-13).
    /// </summary>
    public sealed record FileAtPath : AppRule
    {
        /// <summary>A path with AppLocker's variables and <c>*</c>, such as <c>%PROGRAMFILES%\Northwind\*</c>.</summary>
        public string Path { get; init; } = "";

        /// <inheritdoc/>
        public override T Match<T>(
            Func<StoreApp, T> storeApp,
            Func<DesktopApp, T> desktopApp,
            Func<FileAtPath, T> path,
            Func<FileWithHash, T> hash
        ) => path(this);
    }

    /// <summary>One program file identified by its hash. Each update of the program requires a new row (W-APP-14).</summary>
    public sealed record FileWithHash : AppRule
    {
        /// <summary>The algorithm of <see cref="Hash"/>.</summary>
        public AppHashKind Algorithm { get; init; }

        /// <summary>The digits of the hash, with or without <c>0x</c>.</summary>
        public string Hash { get; init; } = "";

        /// <summary>The file's name, for people; empty = not known.</summary>
        public string FileName { get; init; } = "";

        /// <inheritdoc/>
        public override T Match<T>(
            Func<StoreApp, T> storeApp,
            Func<DesktopApp, T> desktopApp,
            Func<FileAtPath, T> path,
            Func<FileWithHash, T> hash
        ) => hash(this);
    }
}
