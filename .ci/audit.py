"""Looks the locked packages up in a list of known vulnerabilities: `make audit`.

pip-audit runs in an environment of its own, on the lock alone, without resolving or installing
anything. An index that knows no advisories answers "none found" to everything, so a version that is
known to be bad is asked for as well: where that one is not reported, nothing was audited, and so
it says. Exit code 0: audited, nothing known; 1: something known; 2: not audited.
"""

import json
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CANARY = "pdfminer.six==20250506"  # CVE-2025-64512: runs code from a font's character map
LOCKS = ("requirements.lock", "requirements-dev.lock")


def audited(tool: str, requirements: Path) -> dict[str, list[str]] | None:
    """Return the vulnerabilities of each package of a requirements file, None where it fails."""
    command = [tool, "--format", "json", "--progress-spinner", "off", "--no-deps", "--disable-pip",
               "--requirement", str(requirements)]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    try:
        said = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError, TypeError):
        print(done.stderr.strip()[-400:], file=sys.stderr)
        return None
    return {
        f"{found['name']} {found.get('version', '')}": [v["id"] for v in found.get("vulns", ())]
        for found in said
    }


def main(tool: str) -> int:
    """Audit the locks and say what is known; return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        canary = Path(folder) / "canary.txt"
        canary.write_text(CANARY + "\n", encoding="utf-8")
        known = audited(tool, canary)
    if not known or not any(known.values()):
        print(
            f"NOT AUDITED: {CANARY} is known to be vulnerable and was not reported, so this "
            "machine has no list of vulnerabilities (no network, or an index without one)."
        )
        return 2
    bad = 0
    for lock in LOCKS:
        found = audited(tool, ROOT / lock)
        if found is None:
            print(f"NOT AUDITED: {lock} could not be looked up.")
            return 2
        wrong = {name: ids for name, ids in found.items() if ids}
        bad += len(wrong)
        print(f"{lock}: {len(found)} packages, {len(wrong)} with known vulnerabilities")
        for name, ids in wrong.items():
            print(f"  {name}: {', '.join(ids)}")
    print(f"audited {datetime.now(UTC):%Y-%m-%d %H:%M} UTC")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
