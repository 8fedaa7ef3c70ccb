#!/usr/bin/env bash
# bash submit.sh SCENARIO PARTS DRAWS: the parts as a job array, and their merge when all have ended.
set -euo pipefail
here=$(dirname "$0")
array=$(sbatch --parsable --array="1-$2" "$here/part.sbatch" "$1" "$2" "$3")
sbatch --dependency="afterany:$array" "$here/merge.sbatch"
