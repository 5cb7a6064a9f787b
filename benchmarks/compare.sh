#!/usr/bin/env bash
# What reading a log costs, with the tools everybody has and with this library: milliseconds, and the ratio to `wc -l` on
# the same file in the same run (1 is as fast as wc, 0.25 takes four times as long). The best of several rounds counts; the
# file should fit into the system's cache.
#
# usage: benchmarks/compare.sh FILE [ROUNDS]
#
# Build benchmarks/target/benchmarks.jar first: mvn -B -q -DskipTests package. Without a log at hand:
# java -cp benchmarks/target/benchmarks.jar dev.posthorn.benchmarks.GeneratedLog /tmp/maillog 512M

set -euo pipefail

if [[ $# -lt 1 || $# -gt 2 || ! -f $1 ]]; then
    sed -n '2,/^$/s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
file=$1
rounds=${2:-10}
jar=$(dirname "${BASH_SOURCE[0]}")/target/benchmarks.jar
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
export LC_ALL=C

recipe_1() {
    grep -E 'TLS connection established from.*with cipher' "$1" |
        awk '{printf("%s %s %s %s\n", $12, $13, $14, $15)}' | sort | uniq -c | sort
}

recipe_2() {
    grep -E 'SSL_accept error' "$1" | awk '{printf("%s %s %s\n", $9, $10, $11)}' | sort | uniq -c | sort
}

# A name, a tab, the milliseconds of the fastest round; what is run may fail, as grep does when it finds nothing.
best() {
    local name=$1 best= began took
    shift
    for ((round = 0; round < rounds; round++)); do
        began=$(date +%s%N)
        "$@" | cat > /dev/null || true
        took=$(($(date +%s%N) - began))
        if [[ -z $best || $took -lt $best ]]; then
            best=$took
        fi
    done
    awk -v name="$name" -v nanos="$best" 'BEGIN { printf "%s\t%.1f\n", name, nanos / 1e6 }'
}

# Without rounds and contender it prints their names; each has a JVM of its own.
ours() {
    "$java" -cp "$jar" dev.posthorn.benchmarks.ScanTimes "$@"
}

{
    best 'wc -l' wc -l "$file"
    best "grep -c 'status=bounced'" grep -c 'status=bounced' "$file"
    best 'recipe 1, egrep and awk' recipe_1 "$file"
    best 'recipe 2, egrep and awk' recipe_2 "$file"
    ours "$file" | while IFS= read -r contender; do
        ours "$file" "$rounds" "$contender" < /dev/null
    done
} | awk -F '\t' -v bytes="$(stat -c %s "$file" 2> /dev/null || stat -f %z "$file")" '
    NR == 1 { reference = $2; printf "%-32s %10s %8s %10s\n", "", "ms", "MB/s", "to wc -l" }
    { printf "%-32s %10.1f %8.0f %10.3f\n", $1, $2, bytes / 1e3 / $2, reference / $2 }'
