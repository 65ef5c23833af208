namespace MamConsole.Simulator.AppLocker;

/// <summary>What a list is about: desktop programs or packaged apps.</summary>
internal enum RuleCollectionType
{
    Exe,
    Appx,
}
