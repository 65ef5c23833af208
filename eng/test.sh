#!/usr/bin/env bash
# Installs what the tests need where it is missing, builds everything and runs every test.
#
#   eng/test.sh                      the gate: formatting, build, all tests on both databases and in Chromium
#   eng/test.sh --fast               the inner loop: engine, protocol and the SQLite half of the server's tests, no browser
#   eng/test.sh --filter-class "*X"  other arguments go on to `dotnet test`
#
# A failed test runs once more by itself at the end. One that passes then counts as passed, and its name is printed as "flaky: NAME".
# The last line is always "N passed, N failed, N skipped"; the exit code is 0 only when tests ran and none failed.
# Results (xUnit XML, logs, traces of failed browser tests) are kept in artifacts/tests.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_CLI_UI_LANGUAGE=en DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
export MSBUILDDISABLENODEREUSE=1          # nothing keeps running after the last line
export DOTNET_TieredPGO=0                 # a test host lives for minutes: measuring code to optimize it later costs more than it saves
export MAMCONSOLE_REQUIRE_POSTGRES=1      # a test that finds no PostgreSQL fails instead of skipping
export MAMCONSOLE_REQUIRE_BROWSER=1       # likewise Chromium
export MAMCONSOLE_REQUIRE_WBXML=1         # likewise the independent reader of our messages

readonly results=artifacts/tests
readonly unit_tests=(MamConsole.Protocol.Tests MamConsole.PolicyEngine.Tests MamConsole.Tests)
passed=0 failed=0 skipped=0
fast=0
if [[ ${1:-} == --fast ]]; then
  fast=1
  shift
fi

# Also where the build breaks: whatever stops this script before the tests are counted stands as one failure.
conclude() {
  local code=$?
  trap - EXIT
  if (( code != 0 && failed == 0 )); then failed=1; fi
  echo "$passed passed, $failed failed, $skipped skipped"
  exit "$code"
}
trap conclude EXIT

has_chromium()   { (( fast )) || command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null; }
has_fonts()      { (( fast )) || [[ -d /usr/share/fonts/truetype/liberation || -d /usr/share/fonts/truetype/liberation2 ]]; }
has_postgresql() { (( fast )) || [[ -n ${MAMCONSOLE_TEST_POSTGRES:-} ]] || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }
has_wbxml()      { command -v xml2wbxml >/dev/null && command -v wbxml2xml >/dev/null; }

install_what_is_missing() {
  local missing=()
  has_chromium   || missing+=(chromium-headless-shell)
  has_fonts      || missing+=(fonts-liberation)
  has_postgresql || missing+=(postgresql)
  has_wbxml      || missing+=(libwbxml2-utils)
  (( ${#missing[@]} > 0 )) || return 0

  echo "Installing ${missing[*]}"
  if ! command -v apt-get >/dev/null; then
    echo "This is not Debian: install ${missing[*]} by hand (chromium-headless-shell or chromium on the PATH, PostgreSQL below /usr/lib/postgresql or in MAMCONSOLE_TEST_POSTGRES)." >&2
    return 1
  fi

  local as_root=()
  (( EUID == 0 )) || as_root=(sudo -n)
  compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null || "${as_root[@]}" apt-get update -q
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
}

restore() {
  # The lock files name the reference packs of one SDK patch; another patch of the same SDK is welcome too.
  dotnet restore MamConsole.sln --locked-mode -v q && return
  echo "The lock files do not fit this SDK ($(dotnet --version)); restoring without them."
  dotnet restore MamConsole.sln -v q --force-evaluate
}

check_formatting() {
  dotnet tool restore >/dev/null
  dotnet csharpier check . >"$results/formatting.log" 2>&1 && return
  grep -E '^(Error|Warning)' "$results/formatting.log" | head -20 || cat "$results/formatting.log"
  echo "Some C# is not formatted. Run: dotnet csharpier format ." >&2
  return 1
}

build() {
  if (( ! fast )); then
    dotnet build MamConsole.sln --no-restore --nologo -v q
    return
  fi

  local project
  for project in "${unit_tests[@]}" MamConsole.IntegrationTests; do
    dotnet build "tests/$project" --no-restore --nologo -v q
  done
}

# Runs one project's tests; the report says how they ended, whatever the exit code.
run_tests() {
  local project=$1 report=$2
  shift 2
  dotnet test --test-modules "tests/$project/bin/Debug/net10.0/$project.dll" --no-progress --no-ansi \
    --results-directory "$results" --report-xunit-xml --report-xunit-xml-filename "$report.xml" \
    --ignore-exit-code 8 "$@" >"$results/$report.log" 2>&1 || true
}

run_all() {
  local project
  for project in "${@}"; do
    run_tests "$project" "$project" "${arguments[@]}"
    echo "$project: $(grep -E '^  duration: ' "$results/$project.log" | tail -n 1 || echo "  no result")"
  done
}

# The value of an attribute of the report's <assembly>; 0 where there is none.
count() {
  local value
  value=$(grep -o '<assembly [^>]*' "$results/$1.xml" 2>/dev/null | head -n 1 | sed -n "s/.* $2=\"\([0-9]*\)\".*/\1/p")
  echo "${value:-0}"
}

# The failed tests of a report, each once, as Type.Method.
failed_tests() {
  { grep -o '<test [^>]*result="Fail"[^>]*' "$results/$1.xml" || true; } |
    sed -n 's/.* type="\([^"]*\)" method="\([^"]*\)".*/\1.\2/p' | sort -u
}

# Whatever failed runs once more, by itself, when nothing else runs any more.
try_again() {
  local project=$1 name again=again-$1
  while read -r name; do
    rm -f "$results/$again.xml"
    run_tests "$project" "$again" --filter-method "$name"
    if (( $(count "$again" passed) > 0 && $(count "$again" failed) + $(count "$again" errors) == 0 )); then
      echo "flaky: $name"
      flaky=$((flaky + 1))
    else
      cat "$results/$again.log"
      still_failing=$((still_failing + 1))
    fi
  done < <(failed_tests "$project")
}

summarize() {
  local project errors failures
  for project in "$@"; do
    passed=$((passed + $(count "$project" passed)))
    skipped=$((skipped + $(count "$project" skipped)))
    failures=$(count "$project" failed)
    errors=$(count "$project" errors)
    if [[ ! -f $results/$project.xml ]] && ! grep -q 'exit code: 8' "$results/$project.log"; then
      echo "$project ended without a report:"
      tail -n 40 "$results/$project.log"
      failed=$((failed + 1))
    elif (( failures + errors > 0 )); then
      cat "$results/$project.log"
      local flaky=0 still_failing=0
      try_again "$project"
      # Each failed row of a theory counts, and a method that passes when it runs again clears all of its rows.
      if (( still_failing == 0 )); then passed=$((passed + failures)); else failed=$((failed + failures)); fi
      failed=$((failed + errors))
      flaky_all=$((flaky_all + flaky))
    fi
  done
}

rm -rf "$results"
mkdir -p "$results"
install_what_is_missing
restore
check_formatting
build

arguments=("$@")
flaky_all=0
if (( fast )); then
  export MAMCONSOLE_TEST_DATABASES=Sqlite
  arguments+=(--filter-not-trait "Speed=Slow")
  run_all "${unit_tests[@]}" MamConsole.IntegrationTests
  summarize "${unit_tests[@]}" MamConsole.IntegrationTests
else
  # Two cores: the browser's tests wait for a page most of the time, so they share the machine with all the others.
  run_all MamConsole.BrowserTests &
  run_all "${unit_tests[@]}" MamConsole.IntegrationTests
  wait
  summarize "${unit_tests[@]}" MamConsole.IntegrationTests MamConsole.BrowserTests
fi

if (( passed + failed == 0 )); then
  echo "No test ran." >&2
  exit 1
fi

(( flaky_all == 0 )) || echo "$flaky_all flaky"
(( failed == 0 )) || exit 1
