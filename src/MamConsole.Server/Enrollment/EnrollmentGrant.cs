using System.Globalization;
using MamConsole.Protocol.EnrollmentMessages;
using MamConsole.Server.Access;
using MamConsole.Server.Access.Tokens;
using MamConsole.Server.Audit;
using MamConsole.Server.Enrollment.TermsOfUse;
using MamConsole.Server.Entra;
using MamConsole.Server.Fleet;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Enrollment;

/// <summary>What a device is told that may enroll.</summary>
/// <param name="Document">How it is to be set up.</param>
/// <param name="Repeated">Whether it was told so before and the answer was lost.</param>
internal sealed record EnrollmentGrant(ProvisioningDocument Document, bool Repeated);
