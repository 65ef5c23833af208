#!/usr/bin/env bash
# Mutation testing of the engine and the protocol: changes one place at a time and counts what no unit test notices (Stryker.NET).
# Usage: eng/mutate.sh [GLOB ...]   e.g. eng/mutate.sh '**/Deployment/*.cs'; without one: the folders whose logic decides what a PC gets
# The report is in artifacts/mutation. It takes hours; nothing else should run on the machine.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
tools=$PWD/artifacts/tools
[[ -x $tools/dotnet-stryker ]] || dotnet tool install dotnet-stryker --version 5.1.0 --tool-path "$tools"

mutate() {
  local project=$1 tests=$2
  shift 2
  local patterns=()
  for glob in "$@"; do patterns+=(--mutate "$glob"); done
  (cd "tests/$tests" && "$tools/dotnet-stryker" --test-runner mtp --project "$project.csproj" --output "../../artifacts/mutation/$project" \
    --reporter json --reporter html --reporter cleartext "${patterns[@]}")
}

if (( $# > 0 )); then
  mutate MamConsole.PolicyEngine MamConsole.PolicyEngine.Tests "$@"
  mutate MamConsole.Protocol MamConsole.Protocol.Tests "$@"
else
  mutate MamConsole.PolicyEngine MamConsole.PolicyEngine.Tests '**/Deployment/*.cs' '**/Assignment/*.cs' '**/DeviceActions/*.cs' '**/Eas/*.cs'
  mutate MamConsole.Protocol MamConsole.Protocol.Tests '**/Session/*.cs'
fi
