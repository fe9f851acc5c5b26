import {
  currentPhase,
  formatInstant,
  noticesOf,
  oldFromMs,
  type SessionState,
  standing,
  vitalsDue,
} from '@tandem/domain';
import { BOARD_PRESSURES, type DisplaySetting, type DisplayView, type StaffSideSession } from '@tandem/wire';

export interface DisplayPlace {
  readonly setting: DisplaySetting;
  readonly roomName: string;
  readonly timeZone: string;
}

/**
 * What leaves the server for a screen on a wall (DSP-1): each setting is put together from what it may hold, never
 * from more with something taken away.
 * @param state the session that runs in its room; null when none does
 */
export function displayView(place: DisplayPlace, state: SessionState | null, nowMs: number): DisplayView {
  const { setting, roomName, timeZone } = place;
  const everywhere = { roomName, timeZone, serverTime: formatInstant(nowMs) };
  if (setting === 'off') return { shows: 'off', ...everywhere };
  if (setting === 'calm')
    return { shows: 'calm', ...everywhere, session: state === null ? null : calm(state, nowMs) };
  return { shows: 'staff-side', ...everywhere, session: state === null ? null : staffSide(state, nowMs) };
}

function calm(state: SessionState, nowMs: number) {
  return {
    phase: currentPhase(state)?.data.phase ?? null,
    notice: noticesOf(state, nowMs).find(({ shown }) => shown)?.priority ?? null,
    lastSeq: state.lastSeq,
  };
}

function staffSide(state: SessionState, nowMs: number): StaffSideSession {
  const pressures = pressuresOf(state);
  const pressure = pressures.at(-1);
  return {
    ...calm(state, nowMs),
    nextDueAt: vitalsDue(state, nowMs)?.at ?? null,
    pressure: pressure === undefined ? null : { ...pressure, oldFrom: oldFrom(state, pressure.at) },
    heartRate: lastOf(state, 'heartRate'),
    spo2: lastOf(state, 'spo2'),
    pressures: pressures.slice(-BOARD_PRESSURES),
  };
}

function pressuresOf(state: SessionState): StaffSideSession['pressures'] {
  return standing(state, 'vital-signs').flatMap(({ happenedAt, data: { systolic, diastolic } }) =>
    systolic === undefined || diastolic === undefined ? [] : [{ at: happenedAt, systolic, diastolic }],
  );
}

function lastOf(state: SessionState, sign: 'heartRate' | 'spo2'): StaffSideSession['heartRate'] {
  const last = standing(state, 'vital-signs').findLast(({ data }) => data[sign] !== undefined);
  const value = last?.data[sign];
  if (last === undefined || value === undefined) return null;
  return { value, at: last.happenedAt, oldFrom: oldFrom(state, last.happenedAt) };
}

const oldFrom = (state: SessionState, at: string) => formatInstant(oldFromMs(state, Date.parse(at)));
