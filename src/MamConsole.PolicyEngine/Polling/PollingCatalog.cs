using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.Polling;

/// <summary>The labels of the area's settings.</summary>
internal static class PollingCatalog
{
    public static readonly SettingTable Settings = new(
        "polling",
        ("rhythm", "Schedule", "Polling", "DMClient/Provider/{ProviderID}/Poll", "How often PCs check in."),
        (
            "firstInterval",
            "First interval",
            "IntervalForFirstSetOfRetries",
            "DMClient/Provider/{ProviderID}/Poll/IntervalForFirstSetOfRetries",
            "The minutes between the check-ins of the first set."
        ),
        (
            "firstCount",
            "First retries",
            "NumberOfFirstRetries",
            "DMClient/Provider/{ProviderID}/Poll/NumberOfFirstRetries",
            "The number of check-ins in the first set."
        ),
        (
            "secondInterval",
            "Second interval",
            "IntervalForSecondSetOfRetries",
            "DMClient/Provider/{ProviderID}/Poll/IntervalForSecondSetOfRetries",
            "The minutes between the check-ins of the second set."
        ),
        (
            "secondCount",
            "Second retries",
            "NumberOfSecondRetries",
            "DMClient/Provider/{ProviderID}/Poll/NumberOfSecondRetries",
            "The number of check-ins in the second set."
        ),
        (
            "laterInterval",
            "Remaining interval",
            "IntervalForRemainingScheduledRetries",
            "DMClient/Provider/{ProviderID}/Poll/IntervalForRemainingScheduledRetries",
            "The minutes between the check-ins of the last set."
        ),
        (
            "laterCount",
            "Remaining retries",
            "NumberOfRemainingScheduledRetries",
            "DMClient/Provider/{ProviderID}/Poll/NumberOfRemainingScheduledRetries",
            "The number of check-ins in the last set; 0 = without end."
        ),
        (
            "pollOnLogin",
            "Check in at sign-in",
            "PollOnLogin",
            "DMClient/Provider/{ProviderID}/Poll/PollOnLogin",
            "Whether PCs check in whenever a user signs in."
        )
    );
}
