namespace MamConsole.Server.Access;

/// <summary>What somebody may do. Use cases ask for abilities, never for roles.</summary>
public enum Ability
{
    ReadPolicies,
    EditPolicies,
    PublishPolicies,
    ReadDevices,
    ReadAudit,
    OperateDevices,
    RemoveDevices,
    ManageSettings,
    CommentOnVersions,
}
