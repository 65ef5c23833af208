namespace MamConsole.Server.Ui;

/// <summary>The tone of a note. The text contains the meaning; the background only emphasizes it.</summary>
public enum CalloutTone
{
    Info,
    Good,
    Warn,
    Bad,
}
