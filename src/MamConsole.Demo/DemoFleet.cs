using MamConsole.DemoTenant;
using MamConsole.Protocol.SyncML;
using MamConsole.Simulator;
using MamConsole.Simulator.Fleet;

namespace MamConsole.Demo;

/// <summary>
/// The demo's simulated PCs: one for each of the tenant's people, a minute of theirs lasts a second. They know the server by its bytes
/// alone.
/// </summary>
internal sealed class DemoFleet : IDisposable
{
    /// <summary>The same invented devices at each start.</summary>
    private const int Seed = 20_260;

    /// <summary>This device refuses one setting, so that there is something to find.</summary>
    private const int RejectingDevice = 6;

    /// <summary>A Group Policy of this device overrules one setting.</summary>
    private const int Overruled = 11;

    /// <summary>This device says in two messages what others say in one.</summary>
    private const int OldClient = 4;

    /// <summary>This device takes small messages alone, tells long values in parts, and calls each of its sessions 0.</summary>
    private const int SmallClient = 9;

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
    private readonly DeviceFleet fleet;
    private readonly string folder;

    public DemoFleet(Tenant tenant, Uri console, int count, string folder)
    {
        this.folder = Directory.CreateDirectory(folder).FullName;
        var generator = new DeviceGenerator(Seed);
        var devices = Enumerable
            .Range(0, count)
            .Select(number =>
            {
                var profile = generator.Next();
                var person = tenant.People[number];
                Task<string?> Token(CancellationToken _) => Task.FromResult<string?>(tenant.IssueDeviceToken(person));
                var options = OptionsOf(number);
                var file = FileOf(profile.DeviceId);
                if (File.Exists(file))
                {
                    return SimulatedDevice.Restore(DeviceState.FromJson(File.ReadAllText(file)), http, Token, options);
                }

                var device = new SimulatedDevice(profile, http, Token, options);
                Misbehave(device, number);
                return device;
            })
            .ToArray();
        fleet = new DeviceFleet(
            devices,
            new FleetOptions
            {
                EnrollmentUrl = new Uri(console, "/mam/enroll"),
                AtOnce = 4,
                EnrollOver = TimeSpan.FromSeconds(8),
                EnrollAgainAfter = TimeSpan.FromSeconds(2),
            }
        );
        fleet.Synced += (device, _) => Save(device);
        fleet.Enrolled += (device, report) =>
        {
            if (report.Account is null)
            {
                Console.Error.WriteLine($"{device.Profile.DeviceName} could not enroll (0x{report.HResult:X8}): {report.Detail}");
            }
        };
    }

    /// <summary>Runs until cancelled, then keeps the devices as they are.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await fleet.RunAsync(cancellationToken);
        foreach (var device in fleet.Devices)
        {
            Save(device);
        }
    }

    public void Dispose()
    {
        foreach (var device in fleet.Devices)
        {
            device.Dispose();
        }

        http.Dispose();
    }

    /// <summary>Two speak as older clients do.</summary>
    private static DeviceOptions OptionsOf(int number)
    {
        var usual = new DeviceOptions { TimeScale = 60 };
        return number switch
        {
            OldClient => usual with { Shape = ClientShape.Windows10, OpensInTwoMessages = true },
            SmallClient => usual with { MaxMessageSize = 4096, LargestText = 200, SessionIdIsAlwaysZero = true },
            _ => usual,
        };
    }

    private static void Misbehave(SimulatedDevice device, int number)
    {
        if (number == RejectingDevice)
        {
            device.Reject("*/DeviceLock/DevicePasswordHistory", new StatusCode(405), "0x80070032");
        }
        else if (number == Overruled)
        {
            device.OverridePolicy("NetworkIsolation/NeutralResources", "login.microsoftonline.com");
        }
    }

    private string FileOf(string deviceId) => Path.Combine(folder, $"{deviceId}.json");

    /// <summary>Written beside and moved over, so that a stop in between leaves a whole file.</summary>
    private void Save(SimulatedDevice device)
    {
        var file = FileOf(device.Profile.DeviceId);
        var draft = file + ".new";
        lock (device)
        {
            File.WriteAllText(draft, device.Save().ToJson());
            File.Move(draft, file, overwrite: true);
        }
    }
}
