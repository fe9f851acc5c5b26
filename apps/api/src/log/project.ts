import { gramsFromKg, type SessionState } from '@tandem/domain';
import type { PendingQuery, ReservedSql, Row } from 'postgres';
import type { StreamFold } from './fold.ts';
import type { SealedRow } from './seal.ts';

export interface Touched {
  readonly streamId: string;
  readonly fold: StreamFold;
  readonly sealed: readonly SealedRow[];
}

const lifecycle = new Set(['planned', 'started', 'ended', 'cancelled', 'signed', 'closed']);

/**
 * The session rows that lists read, kept in the transaction of the append. Only a lifecycle step changes one;
 * an ordinary entry costs nothing here.
 */
export function projectSessions(
  tx: ReservedSql,
  clinicId: string,
  touched: readonly Touched[],
): PendingQuery<Row[]>[] {
  const stepped = touched.flatMap(({ streamId, fold, sealed }) =>
    fold.type === 'session' && sealed.some(({ entry }) => lifecycle.has(entry.kind))
      ? [{ streamId, state: fold.state }]
      : [],
  );
  if (stepped.length === 0) return [];
  const rows = stepped.map(({ streamId, state }) => sessionRow(streamId, state));
  const people = stepped.flatMap(({ streamId, state }) =>
    teamOf(state).map((member) => ({ session_id: streamId, ...member })),
  );
  const ids = stepped.map(({ streamId }) => streamId);
  return [
    tx`
      insert into tandem.sessions (clinic_id, id, status, origin, patient_id, protocol_id, planned_at, duration_minutes,
        started_at, ended_at, weight_grams, room_id, series_id, planned_doses, setting, disposition)
      select ${clinicId}, r.* from jsonb_to_recordset(${tx.json(rows as never)}::jsonb) as r(
        id uuid, status text, origin text, patient_id uuid, protocol_id uuid, planned_at timestamptz,
        duration_minutes int, started_at timestamptz, ended_at timestamptz, weight_grams int, room_id uuid,
        series_id uuid, planned_doses jsonb, setting text, disposition text)
      on conflict (clinic_id, id) do update set
        status = excluded.status, origin = excluded.origin, patient_id = excluded.patient_id,
        protocol_id = excluded.protocol_id, planned_at = excluded.planned_at,
        duration_minutes = excluded.duration_minutes, started_at = excluded.started_at, ended_at = excluded.ended_at,
        weight_grams = excluded.weight_grams, room_id = excluded.room_id, series_id = excluded.series_id,
        planned_doses = excluded.planned_doses, setting = excluded.setting, disposition = excluded.disposition`,
    tx`delete from tandem.session_people where clinic_id = ${clinicId} and session_id = any(${ids}::uuid[])`,
    tx`
      insert into tandem.session_people (clinic_id, session_id, person_id, role)
      select ${clinicId}, r.session_id, r.person_id, r.role
      from jsonb_to_recordset(${tx.json(people as never)}::jsonb) as r(session_id uuid, person_id uuid, role text)
      on conflict do nothing`,
  ];
}

function sessionRow(streamId: string, state: SessionState) {
  const { plan, pins } = state;
  const weightKg = pins?.weightKg ?? plan?.weightKg;
  return {
    id: streamId,
    status: state.status,
    origin: state.origin,
    patient_id: plan?.patientId,
    protocol_id: plan?.protocolId,
    planned_at: plan?.plannedAt,
    duration_minutes: plan?.durationMinutes,
    started_at: state.startedAt,
    ended_at: state.endedAt,
    weight_grams: weightKg == null ? null : gramsFromKg(weightKg),
    room_id: plan?.roomId,
    series_id: plan?.seriesId,
    planned_doses: plan?.plannedDoses ?? [],
    setting: plan?.setting ?? 'in-clinic',
    disposition: state.disposition,
  };
}

function teamOf(state: SessionState): { person_id: string; role: string }[] {
  const team = state.pins?.team ?? state.plan?.people ?? [];
  return team.map(({ personId, role }) => ({ person_id: personId, role }));
}
