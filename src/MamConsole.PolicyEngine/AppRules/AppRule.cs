using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>One row of an app list, as typed: apps of one signer, told apart by what their signature says (wip-authoring.md §5.2).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(StoreApp), "storeApp")]
[JsonDerivedType(typeof(DesktopApp), "desktopApp")]
public abstract record AppRule
{
    private AppRule() { }

    /// <summary>What people call it; it becomes the rule's name. Empty = named after what it matches.</summary>
    public string Name { get; init; } = "";

    /// <summary>The signer: <c>CN=…</c> for packaged apps, <c>O=…</c> in capitals for desktop apps.</summary>
    public string Publisher { get; init; } = "";

    /// <summary>The first version that matches, <c>n.n.n.n</c>; empty or <c>*</c> = from the first on.</summary>
    public string LowVersion { get; init; } = "";

    /// <summary>The last version that matches, <c>n.n.n.n</c>; empty or <c>*</c> = up to the newest.</summary>
    public string HighVersion { get; init; } = "";

    /// <summary>Whether the apps are kept out instead of let in. Deny beats allow.</summary>
    public bool Deny { get; init; }

    /// <summary>What the rule does not match all the same. AppLocker lists of others have them; the console shows them and can remove them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<ExceptedApp> Exceptions { get; init; } = [];

    /// <summary>One answer for each kind of rule.</summary>
    public abstract T Match<T>(Func<StoreApp, T> storeApp, Func<DesktopApp, T> desktopApp);

    /// <summary>A packaged app (Appx, MSIX).</summary>
    public sealed record StoreApp : AppRule
    {
        /// <summary>The package's identity name, such as <c>Microsoft.MicrosoftEdge</c>: neither the family name nor what people read.</summary>
        public string PackageName { get; init; } = "";

        /// <inheritdoc/>
        public override T Match<T>(Func<StoreApp, T> storeApp, Func<DesktopApp, T> desktopApp) => storeApp(this);
    }

    /// <summary>A program file (.exe).</summary>
    public sealed record DesktopApp : AppRule
    {
        /// <summary>The product name of the file's version resource; empty or <c>*</c> = any.</summary>
        public string Product { get; init; } = "";

        /// <summary>The file's name, such as <c>NOTEPAD.EXE</c>; empty or <c>*</c> = any.</summary>
        public string Binary { get; init; } = "";

        /// <inheritdoc/>
        public override T Match<T>(Func<StoreApp, T> storeApp, Func<DesktopApp, T> desktopApp) => desktopApp(this);
    }
}

/// <summary>Apps that an app rule does not match although it reads as if it did, as typed. Each field is read as in the rule itself.</summary>
public sealed record ExceptedApp
{
    /// <summary>The signer; empty = the rule's own.</summary>
    public string Publisher { get; init; } = "";

    /// <summary>The product, or the package's identity name; empty or <c>*</c> = any.</summary>
    public string Product { get; init; } = "";

    /// <summary>The file's name; empty or <c>*</c> = any. Packages have none.</summary>
    public string Binary { get; init; } = "";

    public string LowVersion { get; init; } = "";

    public string HighVersion { get; init; } = "";
}
