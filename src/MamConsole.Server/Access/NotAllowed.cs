using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Access;

/// <summary>The administrator lacks the required role.</summary>
public sealed record NotAllowed(Ability Ability)
    : Problem(
        Ability switch
        {
            Ability.EditPolicies => "Editing policies requires the role Author. Ask an owner of this console for it.",
            Ability.PublishPolicies => "Publishing requires the role Publisher or Owner. Ask an owner of this console for it.",
            Ability.OperateDevices => "Device actions require the role HelpDesk, Publisher or Owner. Ask an owner of this console for it.",
            Ability.RemoveDevices => "Blocking or removing a PC requires the role HelpDesk or Owner. Ask an owner of this console for it.",
            Ability.CommentOnVersions =>
                "Commenting on a version requires the role Author, Publisher, Owner or Auditor. Ask an owner of this console for it.",
            Ability.ManageSettings => "Changing settings requires the role Owner. Ask an owner of this console for it.",
            _ => "This requires a role in MamConsole. Ask an owner of this console for one.",
        }
    )
{
    public override int Status => StatusCodes.Status403Forbidden;
}
