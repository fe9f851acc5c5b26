import type { DataOf, RouteKey } from '@tandem/domain';
import type { DoseToGive } from './dosing.ts';
import { type Rng, rngOf } from './random.ts';

export interface Reading {
  readonly systolic: number;
  readonly diastolic: number;
  readonly heartRate: number;
  readonly spo2: number;
  readonly respiratoryRate: number;
  readonly moaas: number;
}

/** Something besides the medicine that moves the body: whole from `peakMin` to `holdMin`, gone by `endMin`. */
export interface Push {
  readonly startMin: number;
  readonly peakMin: number;
  readonly holdMin: number;
  readonly endMin: number;
  /** mmHg, mmHg and beats a minute at the peak. */
  readonly systolic: number;
  readonly diastolic: number;
  readonly heartRate: number;
}

interface BodyInput {
  readonly patientId: string;
  readonly weightKg: number;
  readonly doses: readonly DoseToGive[];
  readonly pushes: readonly Push[];
}

/** Minutes to the peak of the effect and share that arrives: clinical.md 5.2; SC as IM, for want of a source. */
const absorption: Readonly<Record<RouteKey, { tmaxMin: number; share: number }>> = {
  im: { tmaxMin: 18, share: 0.93 },
  iv: { tmaxMin: 4, share: 1 },
  sl: { tmaxMin: 45, share: 0.29 },
  po: { tmaxMin: 55, share: 0.2 },
  in: { tmaxMin: 25, share: 0.45 },
  sc: { tmaxMin: 22, share: 0.93 },
};

/** A rise flattens out here: an ordinary session stays under the amber limits of clinical.md 1.4. */
const MOST_RISE = { systolic: 27, diastolic: 16, heartRate: 22 };

/**
 * A body that answers the medicine: pressure and pulse follow the dose up and down (higher by about +20/+5
 * is expected [S21]; back at baseline within 1.5 h [S19]), saturation dips a little, sedation shows at the
 * peak. The resting values belong to the client, so that a series looks like one person.
 * @returns readings by minutes after the first dose
 */
export function bodyOf(input: BodyInput, rng: Rng): (minute: number) => Reading {
  const person = rngOf('body', input.patientId);
  const rest = {
    systolic: person.int(106, 128),
    diastolic: person.int(66, 80),
    heartRate: person.int(60, 80),
    spo2: person.int(97, 99),
    respiratoryRate: person.int(13, 17),
  };
  const answers = person.between(0.7, 1.4);
  const today = rng.int(-4, 4);
  return (minute) => {
    const effect =
      answers * input.doses.reduce((sum, dose) => sum + effectOf(dose, minute, input.weightKg), 0);
    const push = pushAt(input.pushes, minute);
    const rise = (most: number, raw: number) => most * (1 - Math.exp(-raw / most));
    const noise = (most: number) => rng.between(-most, most);
    const systolic = Math.round(
      rest.systolic + today + rise(MOST_RISE.systolic, 20 * effect) + push.systolic + noise(3),
    );
    const diastolic = Math.round(
      rest.diastolic + today / 2 + rise(MOST_RISE.diastolic, 11 * effect) + push.diastolic + noise(2),
    );
    const heartRate = rest.heartRate + rise(MOST_RISE.heartRate, 11 * effect) + push.heartRate + noise(3);
    return {
      systolic: clamp(systolic, 92, 196),
      diastolic: Math.min(clamp(diastolic, 56, 116), systolic - 24),
      heartRate: clamp(Math.round(heartRate), 54, 126),
      spo2: clamp(Math.round(rest.spo2 - Math.min(2, effect) + noise(0.8)), 95, 100),
      respiratoryRate: clamp(Math.round(rest.respiratoryRate + push.heartRate / 8 + noise(1.4)), 11, 23),
      // Lethargic response at the height of it is expected; later than an hour it would be a notice.
      moaas: effect > 0.75 && minute > 0 && minute < 55 ? 4 : 5,
    };
  };
}

/** 1 is the height of 0.5 mg/kg into a vein. */
function effectOf({ data, offsetMin }: DoseToGive, minute: number, weightKg: number): number {
  const since = minute - offsetMin;
  if (since <= 0) return 0;
  const size = (data.amountMg / weightKg / 0.5) * absorption[data.route].share;
  return size * shapeOf(data, since);
}

function shapeOf(data: DataOf<'dose'>, since: number): number {
  const { tmaxMin } = absorption[data.route];
  if (data.durationMinutes === undefined) return (since / tmaxMin) * Math.exp(1 - since / tmaxMin);
  const filled = Math.min(1, since / data.durationMinutes);
  return since <= data.durationMinutes ? filled : Math.exp(-(since - data.durationMinutes) / 20);
}

function pushAt(pushes: readonly Push[], minute: number) {
  const total = { systolic: 0, diastolic: 0, heartRate: 0 };
  for (const push of pushes) {
    if (minute <= push.startMin || minute >= push.endMin) continue;
    const up = (minute - push.startMin) / (push.peakMin - push.startMin);
    const down = (push.endMin - minute) / (push.endMin - push.holdMin);
    const share = Math.min(1, up, down);
    total.systolic += share * push.systolic;
    total.diastolic += share * push.diastolic;
    total.heartRate += share * push.heartRate;
  }
  return total;
}

const clamp = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value));
