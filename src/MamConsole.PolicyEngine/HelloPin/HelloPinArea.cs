using MamConsole.PolicyEngine.Areas;

namespace MamConsole.PolicyEngine.HelloPin;

internal static class HelloPinArea
{
    public static readonly AreaDescriptor<HelloPinSettings, HelloPinRules> Descriptor = new()
    {
        Name = "helloPin",
        Key = "pin",
        Title = HelloPinWords.Area,
        Introduction = "Defines whether people can sign in with Windows Hello, and the requirements for its PIN.",
        Settings = HelloPinCatalog.Settings.Settings,
        Validator = new HelloPinValidator(),
        Parse = (s, _) => HelloPinRules.Parse(s),
        Compile = (rules, _) => HelloPinCompiler.Compile(rules),
        Describe = HelloPinWords.Describe,
    };
}
