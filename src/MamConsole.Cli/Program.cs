using MamConsole.Cli;

return MamCtl.Run(args, new Terminal(Console.Out, Console.Error), TimeProvider.System);
