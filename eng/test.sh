#!/usr/bin/env bash
# Installs what the tests need where it is missing, builds everything and runs every test.
# Arguments go on to `dotnet test`, for example: eng/test.sh --filter-class "*PolicyDiffTests"
# The last line is always "N passed, N failed, N skipped"; the exit code is 0 only when tests ran and none failed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_CLI_UI_LANGUAGE=en DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
export MSBUILDDISABLENODEREUSE=1          # nothing keeps running after the last line
export MAMCONSOLE_REQUIRE_POSTGRES=1      # a test that finds no PostgreSQL fails instead of skipping
export MAMCONSOLE_REQUIRE_BROWSER=1       # likewise Chromium
export MAMCONSOLE_REQUIRE_WBXML=1         # likewise the independent reader of our messages

passed=0 failed=0 skipped=0
log=$(mktemp)

# Also where the build breaks: whatever stops this script before the tests are counted stands as one failure.
conclude() {
  local code=$?
  rm -f "$log"
  if (( code != 0 && failed == 0 )); then failed=1; fi
  echo "$passed passed, $failed failed, $skipped skipped"
  exit "$code"
}
trap conclude EXIT

has_chromium()   { command -v chromium >/dev/null; }
has_fonts()      { [[ -d /usr/share/fonts/truetype/liberation || -d /usr/share/fonts/truetype/liberation2 ]]; }
has_postgresql() { [[ -n ${MAMCONSOLE_TEST_POSTGRES:-} ]] || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }
has_wbxml()      { command -v xml2wbxml >/dev/null && command -v wbxml2xml >/dev/null; }

install_what_is_missing() {
  local missing=()
  has_chromium   || missing+=(chromium)
  has_fonts      || missing+=(fonts-liberation)
  has_postgresql || missing+=(postgresql)
  has_wbxml      || missing+=(libwbxml2-utils)
  (( ${#missing[@]} > 0 )) || return 0

  echo "Installing ${missing[*]}"
  if ! command -v apt-get >/dev/null; then
    echo "This is no Debian: install ${missing[*]} by hand (chromium on the PATH, PostgreSQL below /usr/lib/postgresql or in MAMCONSOLE_TEST_POSTGRES)." >&2
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

install_what_is_missing
restore
dotnet build MamConsole.sln --no-restore --nologo -v q

# One project after the other: a browser that shares two cores with another test run waits for both.
# 8 = a project in which no test ran (a filter leaves some projects empty); that none ran at all is seen below.
code=0
dotnet test --solution MamConsole.sln --no-build --max-parallel-test-modules 1 --ignore-exit-code 8 "$@" 2>&1 | tee "$log" || code=$?
read -r passed failed skipped < <(awk '
  /^  failed: /    { failed = $2 }
  /^  succeeded: / { passed = $2 }
  /^  skipped: /   { skipped = $2 }
  END { print passed + 0, failed + 0, skipped + 0 }' "$log")

if (( passed + failed == 0 )); then
  echo "No test ran." >&2
  exit 1
fi

(( failed == 0 )) || exit 1
exit "$code"
