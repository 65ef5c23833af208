using MamConsole.PolicyEngine.Areas;

namespace MamConsole.PolicyEngine.DeviceLock;

internal static class DeviceLockArea
{
    public static readonly AreaDescriptor<DeviceLockSettings, DeviceLockRules> Descriptor = new()
    {
        Name = "deviceLock",
        Key = "lock",
        Title = DeviceLockWords.Area,
        Introduction = "Defines when the PC locks, and the requirements for its password.",
        Settings = DeviceLockCatalog.Settings.Settings,
        Validator = new DeviceLockValidator(),
        Parse = (s, _) => DeviceLockRules.Parse(s),
        Compile = (rules, _) => DeviceLockCompiler.Compile(rules),
        Describe = DeviceLockWords.Describe,
    };
}
