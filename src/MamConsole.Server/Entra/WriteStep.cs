using MamConsole.Server.Storage;

namespace MamConsole.Server.Entra;

/// <summary>Runs a step in a transaction.</summary>
internal delegate Task<bool> WriteStep(Func<Transaction, Task<bool>> step);
