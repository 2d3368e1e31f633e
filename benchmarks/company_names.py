"""Measure the room of companies beside the best open tools, in turns in one run, and print one table.

    python benchmarks/company_names.py [BENCHMARK ...] [--rounds N] [--records N] [--out FILE.json]

Without a name all benchmarks run but the one of 1,000,000 records. The anchors run in an environment of their own, named by
ENDUSE_BENCH_PYTHON; without it their rows are left out. The real lists lie in `../shared` or where ENDUSE_SHARED says.
"""

from __future__ import annotations

from names.command import main

if __name__ == "__main__":
    main()
