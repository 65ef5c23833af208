using MamConsole.Demo;

if (!DemoOptions.TryParse(args, out var options, out var refusal))
{
    Console.Error.WriteLine(refusal);
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
using var term = System.Runtime.InteropServices.PosixSignalRegistration.Create(System.Runtime.InteropServices.PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = true;
    stop.Cancel();
});

await using var demo = await DemoHost.StartAsync(options, stop.Token);
Banner.Write(Console.Out, demo, options);
await demo.RunAsync(stop.Token);
return 0;
