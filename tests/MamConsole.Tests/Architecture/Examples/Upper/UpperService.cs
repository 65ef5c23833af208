using MamConsole.Tests.Architecture.Examples.Lower;

namespace MamConsole.Tests.Architecture.Examples.Upper;

/// <summary>A type of a high room; that it knows a low one is right.</summary>
internal sealed class UpperService
{
    public static void Tidy() => LowerService.Tidy();
}
