/** Plain sentences on what widened the range of a run's load or lay outside the model. */

import { wordsIn } from '../words.ts';
import type { Pass } from './accumulate.ts';
import type { LoadTrack } from './load-track.ts';
import { ASSUMED_HEIGHT_M } from './preferred-cadence.ts';
import type { RunnerBody } from './runner-body.ts';
import { RUNNING_MAX_MPS, RUNNING_MIN_MPS } from './running-step.ts';
import { REFERENCE_SPEED_MPS } from './step-load.ts';

/** Less than this share of the moving time is not worth a sentence. Assumption. */
const WORTH_TELLING_SHARE = 0.02;
/** Grade errors above this, percentage points, are told: as large as the step from flat to descent. Assumption. */
const COARSE_GRADE_PCT = 3;
/** From this share on, all of the run is meant. */
const ALL_SHARE = 0.98;

/** Sentences in order of weight; empty when nothing is missing. */
export function loadNotes(track: LoadTrack, pass: Pass, runner: RunnerBody): readonly string[] {
  if (pass.movingS === 0) return ['The file holds no running or walking, so there is no knee load.'];
  const words = wordsIn(runner.units ?? 'km');
  const notes: string[] = [];
  const tell = (seconds: number, sentence: (part: string) => string): void => {
    const share = seconds / pass.movingS;
    if (share >= WORTH_TELLING_SHARE) notes.push(sentence(partOfRun(share)));
  };
  tell(
    pass.missingGradeS,
    (part) => `Altitude is missing for ${part}; that ground is taken as level and the range is wider.`,
  );
  tell(
    pass.treadmillS,
    (part) => `The incline of the treadmill is not known for ${part}; level is taken, the range allows for 2 % up.`,
  );
  tell(
    pass.missingCadenceS,
    (part) => `Cadence is missing for ${part}; the usual cadence for the speed is taken and the range is wider.`,
  );
  if (track.cadenceReading?.certain === false && pass.missingCadenceS < pass.movingS) {
    notes.push('It is not certain whether the file counts one foot or both; the range holds both readings.');
  }
  const coarse = meanGradeErrorPct(track);
  if (coarse > COARSE_GRADE_PCT) {
    notes.push(`Slopes from this file are off by about ${Math.round(coarse)} percentage points; the range is wider.`);
  }
  tell(
    pass.missingSpeedS,
    (part) => `Speed is missing for ${part}; an easy ${words.pace(REFERENCE_SPEED_MPS)} is taken.`,
  );
  tell(
    pass.slowRunningS,
    (part) =>
      `For ${part} the running is slower than ${words.pace(RUNNING_MIN_MPS)}, where the model was not tested; it counts as that pace.`,
  );
  tell(
    pass.fastRunningS,
    (part) =>
      `For ${part} the running is faster than ${words.pace(RUNNING_MAX_MPS)}, where the model was not tested; it counts as that pace.`,
  );
  tell(
    pass.cadenceOutsideS,
    (part) =>
      `For ${part} the steps are further from the usual than anybody has measured; they count as 20 % fewer or more.`,
  );
  tell(pass.steepS, (part) => `For ${part} the slope is steeper than 25 %, where the model ends; it counts as 25 %.`);
  if (runner.heightM === null) {
    notes.push(
      `Your height is not known; ${words.height(ASSUMED_HEIGHT_M)} is assumed to tell which cadence is usual for you.`,
    );
  }
  return notes;
}

const partOfRun = (share: number): string =>
  share >= ALL_SHARE ? 'the whole run' : `about ${Math.max(1, Math.round(share * 100))} % of the run`;

function meanGradeErrorPct(track: LoadTrack): number {
  let sum = 0;
  let seconds = 0;
  for (let i = 0; i < track.length; i++) {
    const errorPct = track.gradeErrorPct[i] as number;
    const durationS = track.durationS[i] as number;
    if (!(errorPct >= 0)) continue;
    sum += errorPct * durationS;
    seconds += durationS;
  }
  return seconds === 0 ? 0 : sum / seconds;
}
