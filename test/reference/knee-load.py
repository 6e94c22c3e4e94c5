"""Reference numbers of model KL-1, written from the formulas and apart from the code under test.

Run with python3 from the checkout: python3 test/reference/knee-load.py > test/unit/load/reference-table.ts
P, J and N follow the first draft of the model; W is the recalibrated knee work (docs/methods/knee-load.md).
"""
from math import sqrt

V0, P0, J0, HREF = 2.78, 4.7, 0.55, 1.814
E_P, E_J, E_W = -1.6, -1.8, -3.3
N_V, Q_V, Q_W = 0.55, -0.80, 0.11


def cpop(v, h=HREF, i=0.0):
    return (150.02 + 6.012 * min(max(v, 1.7), 5.0)) * sqrt(HREF / h) * (1 + 0.3 * min(max(i, 0), 0.15))


def down(slope, i, v):
    return 1 + slope * min(-i, 0.25) * min(1, 3.33 / max(v, 0.1))


def force_grade(i, v):
    return down(2.0, i, v) if i < 0 else max(0.85, 1 - 1.0 * i)


def work_grade(i, v):
    return down(2.8, i, v) if i < 0 else max(0.85, 1 - 1.0 * i) ** 2


def run(v, i, r=1.0):
    p = P0 * (v / V0) ** N_V * force_grade(i, v) * r**E_P
    j = J0 * (v / V0) ** (1 + Q_V) * cpop(V0) / cpop(v) * force_grade(i, v) * r**E_J
    w = (v / V0) ** (1 + Q_W) * cpop(V0) / cpop(v) * work_grade(i, v) * r**E_W
    return p, j, j / J0, w, (p / P0) ** 3 * (j / J0)


def walk(i):
    p = min(3.3, 0.9 * (1 + 13 * min(max(-i, 0), 0.25) + 8 * min(max(i, 0), 0.25)))
    j = p * 0.63 * (0.25 + 0.2 * min(max(-i, 0) / 0.193, 1))
    return p, j, j / J0, (p / P0) * (j / J0), (p / P0) ** 3 * (j / J0)


def row(*numbers):
    return "  [" + ", ".join("%.9g" % n for n in numbers) + "],"


if __name__ == "__main__":
    print("/** Written by test/reference/knee-load.py; do not edit. */")
    print("\n/** speed m/s, grade ratio, cadence ratio; peak BW, impulse BW·s, weights p = 1, 2, 4. */")
    print("export const RUNNING_STEPS: readonly (readonly number[])[] = [")
    for v in (2.2, 2.78, 3.33, 4.2, 5.0):
        for i in (-0.25, -0.105, -0.0524, 0, 0.07, 0.2):
            for r in (0.9, 1.0, 1.086):
                print(row(v, i, r, *run(v, i, r)))
    print("];\n\n/** grade ratio; peak BW, impulse BW·s, weights p = 1, 2, 4. */")
    print("export const WALKING_STEPS: readonly (readonly number[])[] = [")
    for i in (-0.25, -0.193, -0.105, -0.05, 0, 0.05, 0.105, 0.25):
        print(row(i, *walk(i)))
    print("];\n\n/** speed m/s, height m, grade ratio; expected steps a minute. */")
    print("export const EXPECTED_CADENCES: readonly (readonly number[])[] = [")
    for v in (1.2, 2.4, 2.78, 3.8, 4.6, 5.5):
        for h in (1.6, 1.75, 1.814, 1.95):
            for i in (-0.1, 0, 0.05, 0.2):
                print(row(v, h, i, cpop(v, h, i)))
    print("];")
