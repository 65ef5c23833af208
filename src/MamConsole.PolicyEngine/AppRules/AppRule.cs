using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>
/// One row of an app list, as typed (docs/reference/wip-authoring.md §5.2): apps of one signer, told apart by what their signature says, or
/// files by their
/// place or their content.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(StoreApp), "storeApp")]
[JsonDerivedType(typeof(DesktopApp), "desktopApp")]
[JsonDerivedType(typeof(FileAtPath), "filePath")]
[JsonDerivedType(typeof(FileWithHash), "fileHash")]
public abstract record AppRule
{
    private AppRule() { }

    /// <summary>What people call it; it becomes the rule's name. Empty = named after what it matches.</summary>
    public string Name { get; init; } = "";

    /// <summary>The signer: <c>CN=…</c> for packaged apps, <c>O=…</c> in capitals for desktop apps; empty for files.</summary>
    public string Publisher { get; init; } = "";

    /// <summary>The first version that matches, <c>n.n.n.n</c>; empty or <c>*</c> = from the first on.</summary>
    public string LowVersion { get; init; } = "";

    /// <summary>The last version that matches, <c>n.n.n.n</c>; empty or <c>*</c> = up to the newest.</summary>
    public string HighVersion { get; init; } = "";

    /// <summary>Whether the apps are denied instead of allowed. Deny beats allow.</summary>
    public bool Deny { get; init; }

    /// <summary>
    /// What the rule does not match all the same. AppLocker lists of others have them; the console shows them and can remove them.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<ExceptedApp> Exceptions { get; init; } = [];

    /// <summary>One answer for each kind of rule.</summary>
    public abstract T Match<T>(
        Func<StoreApp, T> storeApp,
        Func<DesktopApp, T> desktopApp,
        Func<FileAtPath, T> path,
        Func<FileWithHash, T> hash
    );

    /// <summary>A packaged app (Appx, MSIX).</summary>
    public sealed record StoreApp : AppRule
    {
        /// <summary>
        /// The package's identity name, such as <c>Microsoft.MicrosoftEdge</c>: neither the family name nor what people read.
        /// </summary>
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

    /// <summary>Program files by where they lie. A renamed copy there passes too, so that this is the weakest kind (W-APP-13).</summary>
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

    /// <summary>One program file by its content. Each update of the program needs a new row (W-APP-14).</summary>
    public sealed record FileWithHash : AppRule
    {
        /// <summary>How <see cref="Hash"/> was made.</summary>
        public AppHashKind Algorithm { get; init; }

        /// <summary>The digits, with or without <c>0x</c>.</summary>
        public string Hash { get; init; } = "";

        /// <summary>The file's name, for people; empty = not told.</summary>
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
