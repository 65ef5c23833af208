using FluentValidation;
using MamConsole.PolicyEngine.DeviceLock;

namespace MamConsole.PolicyEngine.CrossChecks;

/// <summary>Compares the device lock with a recorded Exchange policy: <see cref="ExchangeRules"/>.</summary>
internal sealed class DeviceLockCrossChecks : AbstractValidator<DeviceLockSettings>
{
    public DeviceLockCrossChecks() => RuleFor(s => s).Custom(ExchangeRules.Check);
}
