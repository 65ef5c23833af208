#!/usr/bin/env bash
# Throws made-up and mutated messages at the codec and at the two device endpoints for a while.
# Usage: eng/fuzz.sh [MINUTES [SEED]]   (10 minutes for each of the four targets, from a seed of chance, by default)
# The exit code is 0 when nothing crashed and every answer was one that the documents name; a failure names the seed that makes it again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
export MAMCONSOLE_FUZZ_MINUTES=${1:-10}
export MAMCONSOLE_FUZZ_SEED=${2:-$RANDOM$RANDOM}
echo "Fuzzing $MAMCONSOLE_FUZZ_MINUTES minutes for each target, from seed $MAMCONSOLE_FUZZ_SEED"
dotnet test --project tests/MamConsole.IntegrationTests --filter-class "*FuzzTests"
