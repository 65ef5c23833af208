namespace MamConsole.Simulator.AppLocker;

/// <summary>The kind of apps in a rule collection: desktop programs (<c>Exe</c>) or packaged apps (<c>Appx</c>).</summary>
internal enum RuleCollectionType
{
    Exe,
    Appx,
}
