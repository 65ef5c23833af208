namespace MamConsole.Server.Access;

/// <summary>What an administrator may do. Use cases check abilities, never roles.</summary>
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
