import {
  drillColleague,
  drillEntryId,
  drillPlanned,
  drillStartId,
  endOfDrill,
  formatInstant,
  isRefusal,
  type Plan,
  type SessionCommand,
  type SessionState,
} from '@tandem/domain';
import type { NewDrill } from '@tandem/wire';
import { recordLoneAct } from '../audit/record.ts';
import type { Login } from '../auth/login.ts';
import { RefusalError, refused } from '../refusal-error.ts';
import type { Services } from '../services.ts';
import { pinsOf, requirePlanParts } from '../sessions/plan-parts.ts';
import { drillClient } from './drill-client.ts';
import { drillIds, readDrill } from './read-drills.ts';

/**
 * Plans and starts the training session that a drill is played into. The same call again goes on where the first one
 * came to.
 * @returns false when it was begun before
 * @throws RefusalError
 */
export async function startDrill(services: Services, login: Login, asked: NewDrill): Promise<boolean> {
  const { id } = asked;
  const known = await services.inClinic(login.clinicId, (scope) => readDrill(scope, id));
  if (known !== null && !isSame(known.state, asked)) throw refused('entry-id-reused', { field: 'id' });
  if (known?.state.status === 'cancelled') throw refused('session-cancelled');
  if (known !== null && known.state.status !== 'planned') return false;
  const plan = known?.state.plan ?? (await planOf(services, login, asked));
  if (known === null) await write(services, login.clinicId, id, { type: 'plan', id, plan });
  const pins = await services.inClinic(login.clinicId, (scope) => pinsOf(scope, null, plan));
  try {
    await write(services, login.clinicId, id, {
      type: 'start',
      id: drillStartId(id),
      startedAt: null,
      reason: null,
      pins,
    });
  } catch (error) {
    if ((error as { constraint_name?: string }).constraint_name !== 'one_session_in_progress_per_client')
      throw error;
    // Another one began between the look and the start: what was planned for this one is not left behind.
    const reason = 'Another drill was running.';
    await write(services, login.clinicId, id, { type: 'cancel', id: drillEntryId(id, 'cancel'), reason });
    throw refused('drill-running');
  }
  await recordLoneAct(services.inClinic, login, {
    action: 'drill.start',
    targetId: id,
    detail: { drill: asked.drill },
  });
  services.drills.look();
  return true;
}

/** Before its end; nothing happens to one that is over. @throws RefusalError 404 for what is no drill */
export async function stopDrill(services: Services, login: Login, id: string): Promise<void> {
  const known = await services.inClinic(login.clinicId, (scope) => readDrill(scope, id));
  if (known === null || !known.isDrill) throw refused('not-found');
  if (known.state.status !== 'in-progress') return;
  await write(services, login.clinicId, id, endOfDrill(id, 'stopped-early'));
  await recordLoneAct(services.inClinic, login, { action: 'drill.stop', targetId: id });
}

function isSame({ plan }: SessionState, { drill, pace, protocolId }: NewDrill): boolean {
  return plan?.drill?.key === drill && plan.drill.pace === pace && plan.protocolId === protocolId;
}

async function planOf(
  services: Services,
  login: Login,
  { drill: key, pace, protocolId, roomId, people }: NewDrill,
): Promise<Plan> {
  return services.inClinic(login.clinicId, async (scope) => {
    const room = roomId === undefined ? {} : { roomId };
    await requirePlanParts(scope, { protocolId, people, ...room });
    if ((await drillIds(scope, true)).length > 0) throw refused('drill-running');
    return {
      patientId: await drillClient(scope, login),
      protocolId,
      plannedAt: formatInstant(services.clock.nowMs()),
      people,
      ...drillPlanned,
      origin: 'training',
      drill: { key, pace },
      ...room,
    };
  });
}

async function write(
  services: Services,
  clinicId: string,
  streamId: string,
  command: SessionCommand,
): Promise<void> {
  const outcome = await services.writer.append({ clinicId, streamId, actor: drillColleague, command });
  if (isRefusal(outcome)) throw new RefusalError(outcome);
}
