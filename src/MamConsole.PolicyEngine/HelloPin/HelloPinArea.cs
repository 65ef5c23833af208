using MamConsole.PolicyEngine.Areas;

namespace MamConsole.PolicyEngine.HelloPin;

internal static class HelloPinArea
{
    public static readonly AreaDescriptor<HelloPinSettings, HelloPinRules> Descriptor = new()
    {
        Name = "helloPin",
        Key = "pin",
        Title = HelloPinWords.Area,
        Introduction = "Whether people sign in with Windows Hello, and what its PIN must be.",
        Settings = HelloPinCatalog.Settings.Settings,
        Validator = new HelloPinValidator(),
        Parse = (s, _) => HelloPinRules.Parse(s),
        Compile = (rules, _) => HelloPinCompiler.Compile(rules),
        Describe = HelloPinWords.Describe,
    };
}
