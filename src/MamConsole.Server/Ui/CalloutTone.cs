namespace MamConsole.Server.Ui;

/// <summary>What a note is about; the words carry it, the ground only underlines it.</summary>
public enum CalloutTone
{
    Info,
    Good,
    Warn,
    Bad,
}
