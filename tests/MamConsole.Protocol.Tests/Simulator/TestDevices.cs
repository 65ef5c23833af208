using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;
using MamConsole.Simulator;
using MamConsole.Simulator.Nodes;
using MamConsole.Simulator.Tree;

namespace MamConsole.Tests.Simulator;

/// <summary>Devices and short commands for tests.</summary>
internal static class TestDevices
{
    public const string Edp = "./Device/Vendor/MSFT/EnterpriseDataProtection/Settings/";
    public const string Status = "./Device/Vendor/MSFT/EnterpriseDataProtection/Status";
    public const string Grouping = "./Vendor/MSFT/AppLocker/EnterpriseDataProtection/4c1d0f6e";
    public const string Network = "./Device/Vendor/MSFT/Policy/Config/NetworkIsolation/";
    public const string Locking = "./Device/Vendor/MSFT/Policy/Config/DeviceLock/";
    public const string Hello = "./Device/Vendor/MSFT/PassportForWork/7b3f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d";
    public const string Client = "./Device/Vendor/MSFT/DMClient/Provider/MamConsole/";

    public static readonly DeviceProfile Profile = new() { DeviceId = "5A3D9B1C7E2F4D60A1B2C3D4E5F60718", DeviceName = "LAPTOP-7Q2F" };

    /// <summary>Returns a rule collection with one rule.</summary>
    public static string Collection(string type = "Exe", string binary = "NOTEPAD.EXE") =>
        $"""<RuleCollection Type="{type}"><FilePublisherRule Id="8f3a1c52-6f0e-4a3e-9a55-1d9a2a7f3d01" Name="Notes" Description="" UserOrGroupSid="S-1-1-0" Action="Allow"><Conditions><FilePublisherCondition PublisherName="O=HALDEN, L=BERGEN, C=NO" ProductName="NOTES" BinaryName="{binary}"><BinaryVersionRange LowSection="*" HighSection="*"/></FilePublisherCondition></Conditions></FilePublisherRule></RuleCollection>""";

    /// <summary>Returns the tree of an enrolled device.</summary>
    public static WindowsTree NewTree(DeviceProfile? profile = null) =>
        new WindowsTree { Profile = profile ?? Profile }.Put(DMClientNodes.Root + "/Provider/MamConsole", null);

    public static TreeAnswer Do(this ManagementTree tree, NodeVerb verb, string uri, string? data = null, string? format = null) =>
        tree.Execute(verb, new SyncItem(Target: uri, Format: format, Data: data));

    /// <summary>Returns the tree after commands that must all succeed.</summary>
    public static WindowsTree With(this WindowsTree tree, params (NodeVerb Verb, string Uri, string? Format, string? Data)[] commands)
    {
        foreach (var (verb, uri, format, data) in commands)
        {
            var answer = tree.Do(verb, uri, data, format);
            Assert.Equal((uri, 200), (uri, answer.Code.Value));
            tree = (WindowsTree)answer.Tree;
        }

        return tree;
    }
}
