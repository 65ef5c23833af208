namespace MamConsole.Server.Access;

/// <summary>The app roles of the console (docs/reference/contract.md §3); the names are the values of the <c>roles</c> claim.</summary>
public enum AppRole
{
    Owner,
    Author,
    Publisher,
    HelpDesk,
    Auditor,
}
