using MamConsole.Server;
using MamConsole.Server.Startup;

try
{
    await MamServer.Build(args).RunAsync();
    return 0;
}
catch (InvalidConfigurationException rejected)
{
    await Console.Error.WriteLineAsync(rejected.Message);
    return 78; // EX_CONFIG of sysexits.h
}
