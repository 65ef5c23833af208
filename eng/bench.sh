#!/usr/bin/env bash
# Builds Release and prints the benchmarks as a Markdown table: each row a ratio of two things measured in turns in this one run.
#   eng/bench.sh [ROUNDS]       times, each row a ratio of two sides (default 200 rounds)
#   eng/bench.sh --allocation   bytes allocated by codec, compiler and comparison, as ratios with a limit; exit code 1 over a limit
# Quiet the machine before you measure times.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
dotnet build tests/MamConsole.Benchmarks -c Release -v q --nologo >&2
exec dotnet tests/MamConsole.Benchmarks/bin/Release/net10.0/MamConsole.Benchmarks.dll "$@"
