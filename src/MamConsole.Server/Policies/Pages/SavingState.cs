namespace MamConsole.Server.Policies.Pages;

/// <summary>How the draft on the screen stands to the one in the store.</summary>
internal enum SavingState
{
    Saved,
    Waiting,
    Saving,
    Failed,
    Conflict,
}
