namespace MamConsole.Protocol.Csp;

/// <summary>The commands that a node allows (docs/reference/csp-catalog.json, <c>access</c>).</summary>
[Flags]
public enum CspAccess
{
    Get = 1,
    Add = 2,
    Replace = 4,
    Delete = 8,
    Exec = 16,
    GetAdd = Get | Add,
    GetReplace = Get | Replace,
    GetDelete = Get | Delete,
    GetExec = Get | Exec,
    AddReplace = Add | Replace,
    GetAddReplace = Get | Add | Replace,
    GetAddDelete = Get | Add | Delete,
    ReadWrite = Get | Add | Replace | Delete,
}
