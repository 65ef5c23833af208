using MamConsole.DemoTenant;
using MamConsole.Protocol.SyncML;
using MamConsole.Simulator;
using MamConsole.Simulator.Fleet;

namespace MamConsole.Demo;

/// <summary>
/// The simulated PCs of the demo: one for each person in the tenant, with one simulated minute per second. They share no code with the
/// server and communicate with it over HTTP only.
/// </summary>
internal sealed class DemoFleet : IDisposable
{
    /// <summary>A constant seed gives the same devices at each start.</summary>
    private const int Seed = 20_260;

    /// <summary>The device that rejects one setting, so that the console has a setting error to show.</summary>
    private const int RejectingDevice = 6;

    /// <summary>The device on which Group Policy overrides one setting.</summary>
    private const int Overruled = 11;

    /// <summary>The device that opens its sessions with two messages instead of one, as Windows 10 clients do.</summary>
    private const int OldClient = 4;

    /// <summary>The device that accepts only small messages, sends long values in chunks and uses session id 0 each time.</summary>
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

    /// <summary>Runs until canceled, then saves the state of the devices.</summary>
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

    /// <summary>Two devices use the protocol variants of older clients.</summary>
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

    /// <summary>Writes a temporary file and renames it, so that an interruption never leaves a partial file.</summary>
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
