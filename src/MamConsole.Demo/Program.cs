using MamConsole.Demo;

if (args.Any(argument => argument is "--help" or "-h" or "-?"))
{
    Console.Out.WriteLine(DemoOptions.Usage);
    return 0;
}

if (!DemoOptions.TryParse(args, out var options, out var rejection))
{
    Console.Error.WriteLine(rejection);
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
using var term = System.Runtime.InteropServices.PosixSignalRegistration.Create(
    System.Runtime.InteropServices.PosixSignal.SIGTERM,
    signal =>
    {
        signal.Cancel = true;
        stop.Cancel();
    }
);

try
{
    await using var demo = await DemoHost.StartAsync(options, stop.Token);
    Banner.Write(Console.Out, demo, options);
    await demo.RunAsync(stop.Token);
    return 0;
}
catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    Console.Error.WriteLine(
        $"{taken.Message} Stop the program that uses it, or let the system choose free ports: "
            + "--console-url http://localhost:0 --tenant-url http://localhost:0"
    );
    return 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 0;
}
