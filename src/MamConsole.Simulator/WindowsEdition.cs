namespace MamConsole.Simulator;

/// <summary>The product numbers of Windows editions (docs/reference/protocol.md §1.3).</summary>
public enum WindowsEdition
{
    Enterprise = 4,
    Pro = 48,
    HomeN = 98,
    HomeSingleLanguage = 100,
    Home = 101,
    Education = 121,
}
