using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.Polling;

/// <summary>The names of the area's settings.</summary>
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
            "Minutes between the check-ins of the first set."
        ),
        (
            "firstCount",
            "First retries",
            "NumberOfFirstRetries",
            "DMClient/Provider/{ProviderID}/Poll/NumberOfFirstRetries",
            "How many check-ins the first set has."
        ),
        (
            "secondInterval",
            "Second interval",
            "IntervalForSecondSetOfRetries",
            "DMClient/Provider/{ProviderID}/Poll/IntervalForSecondSetOfRetries",
            "Minutes between the check-ins of the second set."
        ),
        (
            "secondCount",
            "Second retries",
            "NumberOfSecondRetries",
            "DMClient/Provider/{ProviderID}/Poll/NumberOfSecondRetries",
            "How many check-ins the second set has."
        ),
        (
            "laterInterval",
            "Remaining interval",
            "IntervalForRemainingScheduledRetries",
            "DMClient/Provider/{ProviderID}/Poll/IntervalForRemainingScheduledRetries",
            "Minutes between the check-ins of the last set."
        ),
        (
            "laterCount",
            "Remaining retries",
            "NumberOfRemainingScheduledRetries",
            "DMClient/Provider/{ProviderID}/Poll/NumberOfRemainingScheduledRetries",
            "How many check-ins the last set has; 0 = without end."
        ),
        (
            "pollOnLogin",
            "Check in at sign-in",
            "PollOnLogin",
            "DMClient/Provider/{ProviderID}/Poll/PollOnLogin",
            "Whether PCs check in whenever somebody signs in."
        )
    );
}
