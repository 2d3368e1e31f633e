"""One file per red flag. A flag knows no other flag; FLAGS is the order in which they are asked and printed."""

from enduse.findings.flag import Flag
from enduse.findings.flags import fx_06, rf_01, rf_02, rf_03, rf_40

FLAGS: tuple[Flag, ...] = (rf_01.FLAG, rf_02.FLAG, rf_03.FLAG, rf_40.FLAG, fx_06.FLAG)
