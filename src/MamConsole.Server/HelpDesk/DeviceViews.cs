namespace MamConsole.Server.HelpDesk;

/// <summary>Where a device stands, in one word; the worst that applies.</summary>
public enum DeviceState
{
    /// <summary>Has acknowledged the version in force for it.</summary>
    UpToDate,
    /// <summary>Waits for its next call.</summary>
    Pending,
    /// <summary>Was sent something; no full answer yet.</summary>
    Sent,
    /// <summary>Something is withheld or unknown.</summary>
    Attention,
    /// <summary>Refuses something or reads back another value.</summary>
    Failed,
    /// <summary>Has not called for two weeks: nobody knows.</summary>
    Silent,
    /// <summary>Its enrollment ended.</summary>
    Unenrolled,
    /// <summary>Somebody blocked it: its calls are refused.</summary>
    Blocked,
    /// <summary>Is to leave, and has not left yet.</summary>
    Retiring,
}

/// <summary>How far one setting has come, or what stands against it.</summary>
public enum SettingLevel { Waiting, Sent, Acknowledged, ReadBack, Withheld, Unknown, Refused, Differs, CannotEnforce }

/// <summary>Which devices are asked for.</summary>
public sealed record DeviceFilter
{
    /// <summary>Part of a person's name, a user principal name or a device's name.</summary>
    public string? Search { get; init; }

    public DeviceState? State { get; init; }

    public string? PolicyId { get; init; }

    /// <summary><see cref="DevicePage.Next"/> of the page before.</summary>
    public string? After { get; init; }

    /// <summary>1 to 200.</summary>
    public int Take { get; init; } = 50;
}

/// <summary>A page of devices, by person's name.</summary>
/// <param name="Rows">At most as many as asked for.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
/// <param name="Total">How many match in all.</param>
public sealed record DevicePage(IReadOnlyList<DeviceRow> Rows, string? Next, long Total);

/// <summary>A device in a list.</summary>
public sealed record DeviceRow
{
    public required string Id { get; init; }
    public required string PersonName { get; init; }
    public required string Upn { get; init; }
    public required string DeviceName { get; init; }

    /// <summary>As DevInfo said; empty before its first call.</summary>
    public required string Model { get; init; }

    /// <summary>As enrollment said.</summary>
    public required string OsVersion { get; init; }
    public string? PolicyName { get; init; }

    /// <summary>The number of the version in force for it.</summary>
    public int? AssignedNumber { get; init; }

    /// <summary>The number of the version that it acknowledged, of whichever policy that was.</summary>
    public int? AcknowledgedNumber { get; init; }
    public required DeviceState State { get; init; }
    public required int Exceptions { get; init; }
    public DateTimeOffset? LastContact { get; init; }
    public required DateTimeOffset EnrolledAt { get; init; }
}

/// <summary>Everything the help desk needs about one device.</summary>
public sealed record DeviceDetail
{
    public required DeviceRow Row { get; init; }

    /// <summary>One sentence to read aloud.</summary>
    public required string SayThis { get; init; }
    public required IReadOnlyList<string> AskThis { get; init; }
    public required string Manufacturer { get; init; }
    public required string OsEdition { get; init; }

    /// <summary>Where the Windows version comes from, and of when it is.</summary>
    public required string OsVersionSource { get; init; }

    /// <summary>Null = not known.</summary>
    public bool? CanEnforceWip { get; init; }
    public string? PolicyId { get; init; }
    public required IReadOnlyList<SettingState> Settings { get; init; }
    public required IReadOnlyList<ExceptionState> Exceptions { get; init; }

    /// <summary>Guessed from its polling rules and its last call; null when they say nothing.</summary>
    public DateTimeOffset? NextContact { get; init; }
    public required IReadOnlyList<PastEnrollment> Earlier { get; init; }
    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>Null where nobody was shown terms of use when it enrolled.</summary>
    public TermsSeen? Terms { get; init; }

    /// <summary>Why it has probably moved to MDM, in words; null when nothing speaks for it.</summary>
    public string? ProbablyMoved { get; init; }

    /// <summary>How it leaves, or why nothing is sent to it.</summary>
    public required RemovalState Removal { get; init; }
}

/// <summary>What holds for a PC's way out.</summary>
public sealed record RemovalState
{
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Since when its calls are refused.</summary>
    public DateTimeOffset? BlockedSince { get; init; }

    /// <summary>Whether a person blocked it, so that it cannot enroll again either.</summary>
    public bool IsBarred { get; init; }

    /// <summary>Since when it is to leave.</summary>
    public DateTimeOffset? RetiringSince { get; init; }

    /// <summary>After so many days without contact it leaves by itself, as it acknowledged; null = it was given no such timer.</summary>
    public int? LostContactDays { get; init; }

    /// <summary>What holds now, in a sentence or two; null while nothing stands in its way.</summary>
    public string? Words { get; init; }

    /// <summary>What becomes of its work files when it leaves.</summary>
    public required string WorkFiles { get; init; }
}

/// <summary>One setting of a device with its three levels, each with its age.</summary>
public sealed record SettingState
{
    public required string Area { get; init; }
    public required string Label { get; init; }
    public required string ShouldBe { get; init; }
    public required SettingLevel Level { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    public DateTimeOffset? AcknowledgedAt { get; init; }
    public DateTimeOffset? ReadBackAt { get; init; }
    public string? ReadBackValue { get; init; }

    /// <summary>What stands against it, in words.</summary>
    public string? Problem { get; init; }
    public required IReadOnlyList<WireNode> Wire { get; init; }
}

/// <summary>A node of a setting as it is sent.</summary>
public sealed record WireNode(string LocUri, string Format, string Value);

/// <summary>What stands against one node.</summary>
/// <param name="Kind">withheld, unknown, refused, differs or silent.</param>
/// <param name="Heading">Which setting, and what.</param>
/// <param name="Words">What it means, and what to do.</param>
/// <param name="Since">For how long.</param>
/// <param name="Code">The device's status code.</param>
/// <param name="OriginalError">Windows' own error beside it.</param>
/// <param name="LocUri">The node.</param>
public sealed record ExceptionState(string Kind, string Heading, string Words, DateTimeOffset Since, int? Code, string? OriginalError, string LocUri)
{
    /// <summary>The conversation that brought it; null when that is not kept any more.</summary>
    public string? ConversationId { get; init; }
}

/// <summary>An enrollment of the same person and device that ended.</summary>
public sealed record PastEnrollment(string Id, DateTimeOffset EnrolledAt, DateTimeOffset? EndedAt);

/// <summary>Something the device said about itself.</summary>
public sealed record Fact(string Label, string Value, string? Source);

/// <summary>The key of a page is not one that this list gave out.</summary>
public sealed record PageKeyUnknown() : Problem("The value of 'after' is none that this list gave out. Start without it.")
{
    public override int Status => StatusCodes.Status400BadRequest;
}
