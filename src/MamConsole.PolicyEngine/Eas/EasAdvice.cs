namespace MamConsole.PolicyEngine.Eas;

/// <summary>A behavior of Windows' own policy engine that goes beyond comparing the rules.</summary>
/// <param name="Account">The kind of account that it concerns.</param>
/// <param name="Text">The text, one or two sentences.</param>
public sealed record EasAdvice(AccountKind Account, string Text)
{
    /// <summary>
    /// Layer 2 (docs/reference/eas.md §5): never part of a verdict. Its sources describe Windows 8.1; it is not confirmed for Windows 10 or
    /// Windows 11.
    /// </summary>
    public static IEnumerable<EasAdvice> For(LockSettings mam, LockSettings exchange)
    {
        ArgumentNullException.ThrowIfNull(mam);
        ArgumentNullException.ThrowIfNull(exchange);
        var both = mam.Strictest(exchange);
        if (exchange != LockSettings.None && mam != LockSettings.None)
        {
            yield return new(AccountKind.Any, "Microsoft advises against Exchange rules and MAM together on one PC.");
        }

        if (both.Password)
        {
            yield return new(
                AccountKind.Local,
                "Local accounts: in practice, passwords need 6 characters from 3 character sets as soon as any password rule applies, "
                    + "and may not contain the account's name."
            );
        }

        if (both.MinLength > 8)
        {
            yield return new(AccountKind.Microsoft, "Microsoft accounts: a minimum password length above 8 characters can never be met.");
        }

        if (both.Groups > 2)
        {
            yield return new(AccountKind.Microsoft, "Microsoft accounts: more than 2 character sets can never be met.");
        }

        if (both.MinLength > 0 || both.Groups > 1)
        {
            yield return new(AccountKind.Work, "Work accounts: length and character sets are not evaluated.");
        }

        if (both.ExpireDays is not null || both.History > 0)
        {
            yield return new(AccountKind.Local, "Password expiration and password history apply only to local accounts.");
        }

        if (both.IdleSeconds is not null || both.Failed is not null)
        {
            yield return new(
                AccountKind.Any,
                "Inactivity time and failed attempts apply to the whole PC, for every user; it also requires the password when it wakes."
            );
        }

        if (both.Failed is not null)
        {
            yield return new(
                AccountKind.Any,
                "Failed attempts count only where BitLocker is on: the PC restarts and requires the recovery key. Nothing is wiped."
            );
        }

        if (!both.SimpleAllowed && both.Groups > 1)
        {
            yield return new(AccountKind.Any, "Windows does not check for simple passwords when it requires more than one character set.");
        }

        if (exchange.MinLength > mam.MinLength || exchange.Groups > mam.Groups)
        {
            yield return new(
                AccountKind.Any,
                "Once Exchange's length or character sets are applied, all local accounts and all administrators of the PC must change "
                    + "their passwords at the next sign-in; an administrator account with a blank password prevents mail from syncing."
            );
        }

        if (exchange.History > 0 && mam.History == exchange.History)
        {
            yield return new(
                AccountKind.Any,
                "MAM counts the current password as part of the password history, Exchange does not: add one to the history in MAM."
            );
        }

        if (exchange.Encryption)
        {
            yield return new(
                AccountKind.Any,
                "Exchange requires encryption of every fixed drive. Windows only checks it: people turn on device encryption or "
                    + "BitLocker themselves."
            );
        }
    }
}
