"""What this processor is quick at, as far as it decides how to encode.

Asks the operating system, in well under a millisecond, and must not load a model library for it.
"""

from pathlib import Path

__all__ = ["multiplies_bf16"]

CPUINFO = Path("/proc/cpuinfo")


def multiplies_bf16(cpuinfo: Path = CPUINFO) -> bool:
    """Say whether the processor multiplies matrices of bf16 (Intel's AMX).

    With bf16 for vectors alone (AVX-512), encoding takes longer at bf16 than at f32. Where the
    system keeps no such file, as outside Linux, the answer is no.
    """
    try:
        with cpuinfo.open(encoding="ascii", errors="replace") as lines:
            flags = next((line for line in lines if line.startswith("flags")), "")
    except OSError:
        return False
    return "amx_bf16" in flags.split()
