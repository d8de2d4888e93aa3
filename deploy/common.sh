# Shared by the commands in this folder: checks what they need, builds what is missing, runs the launcher.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
built=$root/deploy/local/target/built
modules=deploy/local,deploy/journey,deploy/faults,governance-service,marketplace-service,treasury-service

lacking() {
  echo "$1" >&2
  missing=1
}

# The first number of a version such as 17.0.15, 3.8.7 or v20.20.2.
major() { sed -E 's/^[^0-9]*([0-9]+).*/\1/' <<<"$1"; }

at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -1)" = "$2" ]; }

check_requirements() {
  missing=0
  [ "$(uname -sm)" = "Linux x86_64" ] || lacking "Linux on x86-64 is needed; this is $(uname -sm)"
  local java maven node
  java=$(javac -version 2>&1 | sed -nE 's/^javac ([0-9]+).*/\1/p' || true)
  [ "${java:-0}" -ge 17 ] || lacking "A JDK of version 17 or newer is needed (javac is ${java:-not found})"
  maven=$(mvn -v 2>/dev/null | sed -nE 's/.*Apache Maven ([0-9.]+).*/\1/p' || true)
  at_least "${maven:-0}" 3.8.7 || lacking "Maven 3.8.7 or newer is needed (mvn is ${maven:-not found})"
  node=$(node --version 2>/dev/null || true)
  [ -n "$node" ] && [ "$(major "$node")" -ge 20 ] || lacking "Node.js 20 or newer is needed (node is ${node:-not found})"
  command -v npm >/dev/null || lacking "npm is needed; it comes with Node.js"
  command -v setsid >/dev/null || lacking "setsid is needed; it is part of util-linux"
  [ "$missing" = 0 ] || exit 2
}

# Whether a source file is newer than the last complete build; a deleted one leaves its folder newer.
is_stale() {
  [ -f "$built" ] || return 0
  [ -n "$(find "$root/pom.xml" "$root/common" "$root"/*-service "$root/deploy" \
    \( -name target -o -name node_modules -o -name out -o -name cache -o -name .data \) -prune \
    -o \( -type f -o -type d -path '*/src/*' \) -newer "$built" -print -quit)" ]
}

build_if_stale() {
  is_stale || return 0
  if [ ! -f "$built" ]; then
    echo "Building. The first time this fetches libraries from Maven Central and the npm registry, among them"
    echo "PostgreSQL, Kafka, Keycloak and the chain's node (about 700 MB in all), and takes several minutes."
  else
    echo "Building what has changed."
  fi
  # What changes while this runs is newer than the mark made before it, and is built the next time.
  mkdir -p "$(dirname "$built")"
  touch "$built.new"
  (cd "$root" && mvn -B -q -Dmaven.test.skip=true -Dspotless.check.skip=true package -pl "$modules" -am) || exit 1
  mv "$built.new" "$built"
}

# Runs a main class of a module in place of this shell.
launch() {
  local module=$root/$1 main=$2
  shift 2
  local coloured=false
  if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then coloured=true; fi
  exec java "-Xmx${heap:-192m}" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 \
    "-Droot.dir=$root" -Dcoloured=$coloured -cp "$module/target/classes:$(cat "$module/target/class-path")" "$main" "$@"
}
