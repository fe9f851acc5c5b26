import { microgramsFromMg, sameJson, uuidSchema } from '@tandem/domain';
import {
  newVialCountSchema,
  newVialSchema,
  type Vial,
  vialCountSchema,
  vialQuerySchema,
  vialSchema,
  vialsReplySchema,
} from '@tandem/wire';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { App } from '../app-type.ts';
import { recordAct } from '../audit/record.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { vialCounts, vials } from '../db/schema.ts';
import { requireApprover, requirePin } from '../doses/approvals.ts';
import { countReply, expectedMicrograms, registerOf, vialRow, vialToday } from '../doses/vials.ts';
import { refused } from '../refusal-error.ts';
import type { Services } from '../services.ts';

const vialParams = z.object({ id: uuidSchema });

/** The register: vials as they were opened, what the log took from them, and counts by two people. */
export function vialRoutes(app: App, { inClinic, pins }: Services): void {
  app.get(
    '/api/vials',
    {
      config: { access: 'vials.read' },
      schema: {
        summary: "Lists the vials of one day's drug register, oldest first",
        description:
          "`day` is in the clinic's time zone; today when left out. Listed is what was opened by the end of that day and was used on it or still had something left. Amounts are in milligrams.",
        querystring: vialQuerySchema,
        response: { 200: vialsReplySchema },
      },
    },
    async ({ login, query }) =>
      inClinic(login.clinicId, async (scope) => ({ items: await registerOf(scope, query.day) })),
  );

  app.post(
    '/api/vials',
    {
      config: { access: 'vials.write' },
      schema: {
        summary: 'Records that the caller opened a vial',
        description: 'Opened now and by the caller. `amountMg` is what the full vial holds.',
        body: newVialSchema,
        response: { 201: vialSchema, 200: vialSchema },
      },
    },
    async ({ login, body }, reply) =>
      inClinic(login.clinicId, async (scope) => {
        const { id, drug, concentrationMgPerMl, amountMg, lot, expiresOn } = body;
        const micrograms = microgramsFromMg(amountMg);
        const sent = { id, drug, concentrationMgPerMl, micrograms, lot, expiresOn, openedBy: login.personId };
        const [written] = await scope.tx
          .insert(vials)
          .values({ clinicId: login.clinicId, ...sent })
          .onConflictDoNothing()
          .returning({ id: vials.id });
        if (written === undefined) {
          const { clinicId, openedAt, ...stored } = (await vialRow(scope, id)) ?? ({} as never);
          if (!sameJson(stored, sent)) throw refused('entry-id-reused', { field: 'id' });
        } else {
          await recordAct(scope, login, { action: 'vial.open', targetId: id });
        }
        reply.code(written === undefined ? 200 : 201);
        return (await vialToday(scope, id)) as Vial;
      }),
  );

  app.post(
    '/api/vials/:id/counts',
    {
      config: { access: 'vials.write' },
      schema: {
        summary: 'Records what two people counted in a vial, the second one by PIN',
        description:
          '`countedMg` may be 0. Expected and counted are both kept and never changed. 422 `wrong-pin`; a repeat with the same id costs no try.',
        params: vialParams,
        body: newVialCountSchema,
        response: { 201: vialCountSchema, 200: vialCountSchema },
      },
    },
    async ({ login, params, body }, reply) => {
      const { id, countedMg, witnessId, pin, note = null } = body;
      const sent = {
        id,
        vialId: params.id,
        countedMicrograms: microgramsFromMg(countedMg),
        countedBy: login.personId,
        witnessedBy: witnessId,
        note,
      };
      // Sent again: the retry of an answer that was lost must not cost a try of the PIN.
      const known = await inClinic(login.clinicId, async (scope) => {
        if ((await vialRow(scope, params.id)) === null) throw refused('not-found');
        const row = await countRow(scope, id);
        if (row === null) {
          await requireApprover(scope, witnessId, 'witnessId');
          return null;
        }
        const { clinicId, at, expectedMicrograms: expected, ...stored } = row;
        if (!sameJson(stored, sent)) throw refused('entry-id-reused', { field: 'id' });
        return countReply(scope, row);
      });
      if (known !== null) return known;
      if (witnessId === login.personId) {
        throw refused('approval-invalid', {
          field: 'witnessId',
          detail: 'A second person has to be somebody else. Nothing was stored.',
        });
      }
      await requirePin({ pins, inClinic }, login, { personId: witnessId, pin });
      return inClinic(login.clinicId, async (scope) => {
        const vial = await vialRow(scope, params.id);
        if (vial === null) throw refused('not-found');
        const [written] = await scope.tx
          .insert(vialCounts)
          .values({
            clinicId: login.clinicId,
            ...sent,
            expectedMicrograms: await expectedMicrograms(scope, vial),
          })
          .onConflictDoNothing()
          .returning();
        if (written === undefined) throw refused('entry-id-reused', { field: 'id' });
        await recordAct(scope, login, { action: 'vial.count', targetId: id });
        reply.code(201);
        return countReply(scope, written);
      });
    },
  );
}

async function countRow(scope: ClinicScope, id: string): Promise<typeof vialCounts.$inferSelect | null> {
  const [row] = await scope.tx
    .select()
    .from(vialCounts)
    .where(and(scope.own(vialCounts.clinicId), eq(vialCounts.id, id)));
  return row ?? null;
}
