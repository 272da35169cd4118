#!/usr/bin/env bash
# The tests of the client, by an interpreter that has PyTorch if there is one; what is skipped says why.
set -euo pipefail
cd "$(dirname "$0")"
for python in python3 /usr/bin/python3; do
  "$python" -c 'import torch' 2>/dev/null && break || python=python3
done
exec "$python" -B -m unittest --verbose
