namespace MamConsole.Tests.Architecture.Examples.Upper;

/// <summary>Has the name of its folder.</summary>
internal sealed class Upper;
