#!/usr/bin/env bash
# The long forms of the tests that repeat themselves: servers killed in the middle of their work, made-up and mutated messages,
# generated policies. Each has a short form in eng/test.sh; this finds what is rare.
# Usage: eng/soak.sh [MINUTES [SEED]]   (10 minutes for each fuzz target, from a seed of chance, by default)
# The exit code is 0 when nothing failed; a failure names the seed that makes it again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
export MAMCONSOLE_SOAK=1
export MAMCONSOLE_SOAK_FACTOR=${MAMCONSOLE_SOAK_FACTOR:-20}   # how many times the gate's samples each property draws

dotnet build MamConsole.sln --nologo -v q
dotnet test --test-modules 'tests/MamConsole.IntegrationTests/bin/Debug/net10.0/MamConsole.IntegrationTests.dll' --filter-class "*KillTests"
for project in Protocol.Tests PolicyEngine.Tests Tests; do
  dotnet test --test-modules "tests/MamConsole.$project/bin/Debug/net10.0/MamConsole.$project.dll"
done
eng/fuzz.sh "$@"
