namespace MamConsole.PolicyEngine.Eas;

/// <summary>Something that Windows' own engine makes of the rules beyond comparing them.</summary>
/// <param name="Account">Whom it concerns.</param>
/// <param name="Text">A sentence or two.</param>
public sealed record EasAdvice(AccountKind Account, string Text)
{
    /// <summary>
    /// Layer 2 (docs/reference/eas.md §5): never part of a verdict. The documents behind it speak of Windows 8.1; nobody confirmed it on
    /// Windows 10 or 11.
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
                "Local accounts: in practice their passwords need 6 characters of 3 kinds as soon as any rule about passwords holds, "
                    + "and may not contain the account's name."
            );
        }

        if (both.MinLength > 8)
        {
            yield return new(AccountKind.Microsoft, "Microsoft accounts: a shortest password of more than 8 characters can never be met.");
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
            yield return new(
                AccountKind.Local,
                "Local accounts: they alone are made to change expired passwords and kept from reusing old ones."
            );
        }

        if (both.IdleSeconds is not null || both.Failed is not null)
        {
            yield return new(
                AccountKind.Any,
                "Inactivity time and failed attempts hold for the whole PC, whoever uses it; it asks for the password when it wakes, too."
            );
        }

        if (both.Failed is not null)
        {
            yield return new(
                AccountKind.Any,
                "Wrong tries count only where BitLocker is on: the PC restarts and asks for the recovery key. Nothing is wiped."
            );
        }

        if (!both.SimpleAllowed && both.Groups > 1)
        {
            yield return new(
                AccountKind.Any,
                "Windows does not look for simple passwords once it asks for more than one kind of character."
            );
        }

        if (exchange.MinLength > mam.MinLength || exchange.Groups > mam.Groups)
        {
            yield return new(
                AccountKind.Any,
                "Once Exchange's length or character sets are applied, all local accounts and all administrators of the PC change "
                    + "their passwords at the next sign-in; one administrator with a blank password keeps the mail from syncing."
            );
        }

        if (exchange.History > 0 && mam.History == exchange.History)
        {
            yield return new(
                AccountKind.Any,
                "MAM counts the current password among the old ones, Exchange does not: one more in MAM is on the safe side."
            );
        }

        if (exchange.Encryption)
        {
            yield return new(
                AccountKind.Any,
                "Exchange demands encryption of every fixed drive. Windows only checks it: people turn on device encryption or "
                    + "BitLocker themselves."
            );
        }
    }
}
