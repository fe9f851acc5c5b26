import { doseLimits, formatMg, type SessionState, weightGrams } from '@tandem/domain';

export interface ProtocolLimits {
  readonly ceilingMicrograms: number | null;
  /** "80 mg", "1.5 mg/kg, 102 mg". */
  readonly ceilingWords: string | null;
  readonly minimumMinutes: number | null;
}

/** The protocol's limits for this client, in micrograms and in words. */
export function protocolLimits(state: SessionState): ProtocolLimits {
  const { ceilingMicrograms, minimumIntervalMinutes } = doseLimits(state);
  return {
    ceilingMicrograms,
    ceilingWords: ceilingWords(state, ceilingMicrograms),
    minimumMinutes: minimumIntervalMinutes,
  };
}

function ceilingWords(state: SessionState, ceiling: number | null): string | null {
  const perKg = state.pins?.protocol.data.ceilingMgPerKg;
  const grams = weightGrams(state);
  if (ceiling === null) return perKg === undefined ? null : `${perKg} mg/kg`;
  const isPerKg = perKg !== undefined && grams !== null && Math.floor(perKg * grams) === ceiling;
  return isPerKg ? `${perKg} mg/kg, ${formatMg(ceiling)}` : formatMg(ceiling);
}
