namespace MamConsole.Server.Policies.Pages;

/// <summary>Whether the draft on the page is saved.</summary>
internal enum SavingState
{
    Saved,
    Waiting,
    Saving,
    Failed,
    Conflict,
}
