import { isEmptyPad, type Pad } from './pad-fields.ts';

/**
 * The set on the keypad as somebody would type it in the line: both are read by the same rules. Heart rate and
 * saturation stand by their position, so that a pair that fits better the other way round is asked about; once
 * somebody said that it is so, by their labels. Half a pressure alone, which the line refuses: with more after it, it
 * would be another pressure.
 * @param at "10:40" for an earlier time; null for now
 */
export function lineOfPad(pad: Pad, at: string | null): string {
  if (isEmptyPad(pad)) return '';
  const { systolic, diastolic, heartRate, spo2, respiratoryRate, oxygenLitresPerMin } = pad.values;
  if ((systolic === '') !== (diastolic === '')) return `${systolic}/${diastolic}`;
  const pressure = systolic === '' ? '' : `${systolic}/${diastolic}`;
  const isPair = pressure !== '' && !pad.asMeant && [heartRate, spo2].every((text) => /^\d{2,3}$/.test(text));
  const parts = [
    pressure,
    isPair ? `${heartRate} ${spo2}` : '',
    isPair || heartRate === '' ? '' : `hr${heartRate}`,
    isPair || spo2 === '' ? '' : `${spo2}%`,
    respiratoryRate === '' ? '' : `rr${respiratoryRate}`,
    pad.moaas === null ? '' : `s${pad.moaas}`,
    oxygenOf(oxygenLitresPerMin),
    at === null ? '' : `@${at}`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function oxygenOf(text: string): string {
  if (text === '') return '';
  return text === '0' ? 'ra' : `o2 ${text}`;
}

/** Which half of the pressure is still missing; null when both stand or none does. */
export function missingHalf({ values: { systolic, diastolic } }: Pad): 'systolic' | 'diastolic' | null {
  if (systolic !== '' && diastolic === '') return 'diastolic';
  return systolic === '' && diastolic !== '' ? 'systolic' : null;
}
