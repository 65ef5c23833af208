#!/usr/bin/env bash
# Runs tests with coverlet and prints which part of the lines and branches of Protocol, PolicyEngine and Server they reached.
#
#   eng/coverage.sh                                   the tests of all three, the server's on SQLite and without those that are slow
#   eng/coverage.sh Protocol.Tests PolicyEngine.Tests only these projects of tests; other arguments than names are not taken
#
# A line or branch counts when any of the projects reached it. It is a report and no gate: the exit code is that of the build, or 1 when a
# project ended without a report. The reports (lcov) and logs are in artifacts/coverage.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_CLI_UI_LANGUAGE=en DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
export MAMCONSOLE_TEST_DATABASES=Sqlite

readonly results=artifacts/coverage
projects=("$@")
(( $# > 0 )) || projects=(Protocol.Tests PolicyEngine.Tests Tests IntegrationTests)

# coverlet instruments the assemblies in the folder that the tests run from and puts them back at the end. A run that is killed leaves
# instrumented ones behind, so the tests run from a copy of their own.
measure() {
  local name=MamConsole.$1 copy
  [[ -f tests/$name/$name.csproj ]] || { echo "There is no tests/$name." >&2; return 1; }
  dotnet build "tests/$name" --nologo -v q >&2
  copy=tests/$name/bin/Coverage/net10.0
  rm -rf "${copy%/*}"
  mkdir -p "$copy"
  cp -r "tests/$name/bin/Debug/net10.0/." "$copy"
  dotnet test --test-modules "$copy/$name.dll" --no-progress --no-ansi --results-directory "$PWD/$results/$1" --filter-not-trait "Speed=Slow" \
    --coverlet --coverlet-output-format lcov --coverlet-include "[MamConsole.Protocol]*" --coverlet-include "[MamConsole.PolicyEngine]*" \
    --coverlet-include "[MamConsole.Server]*" >"$results/$1.log" 2>&1 ||
    echo "Some tests of $name failed; see $results/$1.log." >&2
  rm -rf "${copy%/*}"
  compgen -G "$results/$1/*.info" >/dev/null || { tail -n 20 "$results/$1.log" >&2; echo "$name left no report." >&2; return 1; }
}

# Sums lines (DA:line,hits) and branches (BRDA:line,block,branch,hits) of all reports by the project that their file (SF:path) is in.
summarize() {
  awk -F '[:,]' '
    /^SF:/ { file = substr($0, 4); project = file; gsub(/\\/, "/", project)
             if (match(project, /src\/MamConsole\.[A-Za-z]+\//)) project = substr(project, RSTART + 15, RLENGTH - 16); else project = "" }
    /^DA:/ && project != "" { key = file SUBSEP $2; owner[key] = project; if ($3 > 0) reached[key] = 1 }
    /^BRDA:/ && project != "" { key = file SUBSEP $2 SUBSEP $3 SUBSEP $4; branch_owner[key] = project; if ($5 != "-" && $5 > 0) branch_reached[key] = 1 }
    END {
      for (key in owner) { lines[owner[key]]++; if (key in reached) hit[owner[key]]++ }
      for (key in branch_owner) { branches[branch_owner[key]]++; if (key in branch_reached) branch_hit[branch_owner[key]]++ }
      print "| project | lines | reached | branches | reached |"
      print "|---|---:|---:|---:|---:|"
      count = split("Protocol PolicyEngine Server", names, " ")
      for (i = 1; i <= count; i++) {
        name = names[i]
        if (lines[name] > 0)
          printf "| %s | %d | %.1f %% | %d | %.1f %% |\n", name, lines[name], 100 * hit[name] / lines[name], branches[name],
            (branches[name] > 0 ? 100 * branch_hit[name] / branches[name] : 0)
      }
    }' "$@"
}

rm -rf "$results"
mkdir -p "$results"
for project in "${projects[@]}"; do measure "$project"; done
summarize "$results"/*/*.info
