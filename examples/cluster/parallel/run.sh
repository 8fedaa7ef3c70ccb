#!/usr/bin/env bash
# bash run.sh SCENARIO PARTS DRAWS: the parts side by side, then their merge. A part that is there is not run again.
set -euo pipefail
seq "$2" | parallel --halt soon,fail=1 \
  "test -e part-{}.part || who-saves run '$1' --draws '$3' --workers 1 --shard {}/'$2' --out part-{}.part"
who-saves merge part-*.part --out report.html
