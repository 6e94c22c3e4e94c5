"""Where the recalibrated constants of p = 2 come from, and what they moved; written apart from the code under test.

Run with python3 from the checkout: python3 test/reference/recalibration.py > test/unit/load/recalibration.json
Published numbers are those of rows 7, 27, 28 and 29 of the validation table (docs/methods/knee-load.md).
"""
import json
import runpy
from math import log
from pathlib import Path

K = runpy.run_path(str(Path(__file__).with_name("knee-load.py")), run_name="reference")
run, cpop, P0, V0 = K["run"], K["cpop"], K["P0"], K["V0"]


def through_origin(pairs):
    """Slope of the line through 0 with the least sum of squares."""
    return sum(x * y for x, y in pairs) / sum(x * x for x, _ in pairs)


# Nuckols 2020, 2.25 m/s: rise of negative knee power at 10 and 5 % down.
downhill = through_origin([(0.10, 0.31), (0.05, 0.08)])
# Willer 2024: knee extensor work a step and steps a minute at three speeds; a kilometre takes rate/speed as many steps.
work = {2.78: (0.68, 164), 3.89: (0.95, 170), 5.00: (1.19, 180)}
per_km = {v: w * rate / v for v, (w, rate) in work.items()}
speed = through_origin([(log(v / 2.78), log(per_km[v] / per_km[2.78])) for v in (3.89, 5.00)])
# Heiderscheit 2011, table 2, and Willy 2016: knee work a step against the change of step rate.
cadence = through_origin(
    [(log(r), log(w / 20.5)) for r, w in ((0.9, 27.3), (0.95, 23.4), (1.05, 16.7), (1.1, 14.5))]
    + [(log(1.086), log(1 - 0.269))]
)


def km(legs, weight):
    """Flat-easy km of (metres, speed, grade, cadence ratio)."""
    reference = cpop(V0) / 60 * 1000 / V0
    return sum(
        m / v * cpop(v, i=i) * r / 60 * weight(run(v, i, r)) / reference for m, v, i, r in legs
    )


WEIGHTS = {
    "p1": lambda s: s[2],
    "p2": lambda s: s[3],
    "p4": lambda s: s[4],
    "draft": lambda s: s[0] / P0 * s[2],
}
RUNS = {
    "flat, 2.78 m/s": [(10_000, 2.78, 0, 1)],
    "hilly, 5 km up 8 % at 2.4 m/s, 5 km down 8 % at 3.2 m/s": [(5000, 2.4, 0.08, 1), (5000, 3.2, -0.08, 1)],
    "steep, 5 km up 15 % at 2.2 m/s, 5 km down 15 % at 3.0 m/s": [(5000, 2.2, 0.15, 1), (5000, 3.0, -0.15, 1)],
    "fast, flat, 4.2 m/s": [(10_000, 4.2, 0, 1)],
    "slow, flat, 2.3 m/s": [(10_000, 2.3, 0, 1)],
    "flat, 2.78 m/s, cadence 8 % under the runner's own": [(10_000, 2.78, 0, 0.92)],
}
moved = [{"run": name, "legs": legs, **{p: km(legs, w) for p, w in WEIGHTS.items()}} for name, legs in RUNS.items()]
fitted = {"workDownhillSlope": downhill, "workSpeedExponent": speed, "workCadenceExponent": cadence}
print(json.dumps({"fitted": fitted, "moved": moved}, indent=2))
