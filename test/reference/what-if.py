"""What each change does to a made-up hilly run, written apart from the code under test.

Run with python3 from the checkout: python3 test/reference/what-if.py > test/unit/advice/what-if-reference.json
The run is a list of stretches of even speed and slope. Each result gives flat-easy km by p = 1, 2, 4 and seconds.
"""
import json
import runpy
from math import sqrt
from pathlib import Path

K = runpy.run_path(str(Path(__file__).with_name("knee-load.py")), run_name="reference")
run, walk, cpop, V0, HREF = K["run"], K["walk"], K["cpop"], K["V0"], K["HREF"]
REFERENCE_STEPS_PER_KM = cpop(V0) / 60 * 1000 / V0

RUN = [
    # gait, seconds, m/s, grade, steps a minute
    ("run", 600, 2.8, 0.0, 164.0),
    ("run", 500, 2.4, 0.08, 166.0),
    ("run", 400, 3.1, -0.08, 165.0),
    ("walk", 300, 1.3, 0.16, 105.0),
    ("run", 200, 2.9, -0.16, 170.0),
]


def load(legs, factor=1.0):
    total, seconds = [0.0, 0.0, 0.0], 0.0
    for gait, s, v, i, spm in legs:
        if gait == "run":
            # Runner of 1.814 m without an own line: the difference from others counts half, a change in full.
            step = run(v, i, sqrt(spm / cpop(v, i=i)) * factor)
            steps = s * spm * factor / 60
        else:
            step, steps = walk(i), s * spm / 60
        for k in range(3):
            total[k] += steps * step[2 + k] / REFERENCE_STEPS_PER_KM
        seconds += s
    return {"p1": total[0], "p2": total[1], "p4": total[2], "seconds": seconds}


def walking_cadence(v):
    return min(max(110 * sqrt(v / 1.25), 60), 140)


def walked(leg, steeper):
    gait, s, v, i, spm = leg
    if gait != "run" or not i < -steeper:
        return leg
    return ("walk", s * v / 1.25, 1.25, i, walking_cadence(1.25))


def slower(leg, steeper, share):
    gait, s, v, i, spm = leg
    if gait != "run" or not i < -steeper:
        return leg
    return (gait, s / (1 - share), v * (1 - share), i, spm * cpop(v * (1 - share)) / cpop(v))


def reverse(legs):
    """Each slope at the pace, gait and cadence that the run shows on the mirrored slope."""
    on = {leg[3]: leg for leg in legs}
    back = []
    for gait, s, v, i, spm in reversed(legs):
        if i == 0:
            back.append((gait, s, v, i, spm))
            continue
        there_gait, _, there_v, _, there_spm = on[-i]
        cadence = spm * cpop(there_v, i=-i) / cpop(v, i=i) if gait == there_gait else there_spm
        back.append((there_gait, s * v / there_v, there_v, -i, cadence))
    return back


def on_treadmill(leg):
    gait, s, v, i, spm = leg
    return (gait, s, v, 0.0, spm * cpop(v) / cpop(v, i=i) if gait == "run" and i > 0 else spm)


def cut(legs, to_m):
    kept, at = [], 0.0
    for gait, s, v, i, spm in legs:
        part = min(max((to_m - at) / (s * v), 0), 1)
        kept.append((gait, s * part, v, i, spm))
        at += s * v
    return kept


CHANGES = [
    ([], load(RUN)),
    ([{"kind": "cadence", "percent": 5}], load(RUN, 1.05)),
    ([{"kind": "cadence", "percent": -5}], load(RUN, 0.95)),
    ([{"kind": "walk-descents", "steeperThanPct": 12}], load([walked(leg, 0.12) for leg in RUN])),
    ([{"kind": "walk-descents", "steeperThanPct": 5}], load([walked(leg, 0.05) for leg in RUN])),
    ([{"kind": "slower-descents", "steeperThanPct": 5, "percent": 20}], load([slower(leg, 0.05, 0.2) for leg in RUN])),
    ([{"kind": "shorter", "toDistanceM": 2000}], load(cut(RUN, 2000))),
    ([{"kind": "reversed"}], load(reverse(RUN))),
    (
        [{"kind": "surface", "surface": "treadmill", "fromM": 1680, "toM": 4120}],
        load([RUN[0], on_treadmill(RUN[1]), on_treadmill(RUN[2]), *RUN[3:]]),
    ),
    ([{"kind": "surface", "surface": "grass", "fromM": 0, "toM": 9999}], load(RUN)),
    (
        [{"kind": "reversed"}, {"kind": "cadence", "percent": 5}, {"kind": "walk-descents", "steeperThanPct": 12}],
        load([walked(leg, 0.12) for leg in reverse(RUN)], 1.05),
    ),
]
legs = [dict(zip(("gait", "seconds", "speedMps", "gradeRatio", "cadenceSpm"), leg)) for leg in RUN]
print(json.dumps({"legs": legs, "results": [{"changes": c, **found} for c, found in CHANGES]}, indent=2))
