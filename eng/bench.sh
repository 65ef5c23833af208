#!/usr/bin/env bash
# Builds Release and prints the benchmarks as a Markdown table: each row a ratio of two things measured in turns in this one run.
# An argument sets the number of rounds (default 200). Quiet the machine first.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
dotnet build tests/MamConsole.Benchmarks -c Release -v q --nologo >&2
exec dotnet tests/MamConsole.Benchmarks/bin/Release/net10.0/MamConsole.Benchmarks.dll "$@"
