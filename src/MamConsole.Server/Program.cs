using MamConsole.Server;
using MamConsole.Server.Startup;

try
{
    await MamServer.Build(args).RunAsync();
    return 0;
}
catch (ConfigurationRefusedException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 78; // EX_CONFIG of sysexits.h
}
