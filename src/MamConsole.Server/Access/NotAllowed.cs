using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Access;

/// <summary>The person lacks the role.</summary>
public sealed record NotAllowed(Ability Ability)
    : Problem(
        Ability switch
        {
            Ability.EditPolicies => "Writing policies needs the role Author. Ask an owner of this console for it.",
            Ability.PublishPolicies => "Publishing needs the role Publisher or Owner. Ask an owner of this console for it.",
            Ability.OperateDevices =>
                "Asking a PC for something needs the role HelpDesk, Publisher or Owner. Ask an owner of this console for it.",
            Ability.RemoveDevices => "Blocking or removing a PC needs the role HelpDesk or Owner. Ask an owner of this console for it.",
            Ability.CommentOnVersions =>
                "Commenting on a version needs the role Author, Publisher, Owner or Auditor. Ask an owner of this console for it.",
            Ability.ManageSettings => "Changing settings needs the role Owner. Ask an owner of this console for it.",
            _ => "This needs a role in MamConsole. Ask an owner of this console for one.",
        }
    )
{
    public override int Status => StatusCodes.Status403Forbidden;
}
