namespace MamConsole.Server.HelpDesk;

/// <summary>A device's status codes in words (protocol.md §3.12), to follow "the PC answered:" or a setting's name.</summary>
internal static class StatusWords
{
    public static string Of(int? code) => code switch
    {
        200 or 202 or 212 => "done",
        400 => "it did not understand the command",
        401 or 403 or 425 => "it does not allow that",
        404 => "it does not know this setting",
        405 => "that may not be done to this setting",
        406 or 501 => "it does not support that",
        415 => "the value has the wrong form",
        418 => "the setting exists already",
        215 or 216 => "another setting of the same group failed, so this one was undone",
        420 or 413 => "it has no room for it",
        408 or 417 or 503 or 506 => "not now",
        500 or 507 or 510 or 511 => "the command failed",
        _ => "it refused",
    };
}
