import { refuse, type TextTemplateKey, textTemplateKeys } from '@tandem/domain';
import { defaultTemplates, templateProblem } from '@tandem/records';
import { sql } from 'drizzle-orm';
import { recordAct } from '../audit/record.ts';
import type { Login } from '../auth/login.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { clinics } from '../db/schema.ts';
import { RefusalError } from '../refusal-error.ts';

export interface TextTemplate {
  readonly text: string;
  /** The clinic wrote it. */
  readonly own: boolean;
  /** Who wrote it last, or went back; null when nobody ever did. */
  readonly changed: { readonly name: string; readonly at: string } | null;
}
export type TextTemplates = Readonly<Record<TextTemplateKey, TextTemplate>>;

/** The clinic's own, and where it has none the one that every clinic has. */
export async function readTextTemplates(scope: ClinicScope): Promise<TextTemplates> {
  const [row] = await scope.tx
    .select({ settings: clinics.settings })
    .from(clinics)
    .where(scope.own(clinics.id));
  const own = (row?.settings.textTemplates ?? {}) as Partial<Record<TextTemplateKey, string>>;
  const changes = (row?.settings.textTemplateChanges ?? {}) as Partial<
    Record<TextTemplateKey, NonNullable<TextTemplate['changed']>>
  >;
  const all = textTemplateKeys.map((key): [TextTemplateKey, TextTemplate] => [
    key,
    {
      text: own[key] ?? defaultTemplates[key],
      own: own[key] !== undefined,
      changed: changes[key] ?? null,
    },
  ]);
  return Object.fromEntries(all) as unknown as TextTemplates;
}

/**
 * Keeps one of the clinic's own, or with null goes back to the one that every clinic has.
 * @throws RefusalError 400 for a place that nobody knows: it would stand in every record as it was typed
 */
export async function writeTextTemplate(
  scope: ClinicScope,
  login: Login,
  key: TextTemplateKey,
  text: string | null,
  nowMs: number,
): Promise<void> {
  const problem = text === null ? null : templateProblem(text);
  if (problem !== null) throw new RefusalError(refuse('invalid', { field: 'text', detail: problem }));
  const changed = { name: login.author.name, at: new Date(nowMs).toISOString() };
  // The objects that hold them are made where there is none: jsonb_set makes one step of a path, not two.
  const whole = sql`${clinics.settings} || jsonb_build_object(
    'textTemplates', coalesce(${clinics.settings} -> 'textTemplates', '{}'),
    'textTemplateChanges', coalesce(${clinics.settings} -> 'textTemplateChanges', '{}') || ${JSON.stringify({ [key]: changed })}::jsonb
  )`;
  const path = `{textTemplates,${key}}`;
  await scope.tx
    .update(clinics)
    .set({
      settings:
        text === null
          ? sql`(${whole}) #- ${path}::text[]`
          : sql`jsonb_set(${whole}, ${path}::text[], to_jsonb(${text}::text))`,
    })
    .where(scope.own(clinics.id));
  await recordAct(scope, login, {
    action: 'clinic.text-template',
    targetId: login.clinicId,
    detail: { template: key, own: text !== null },
  });
}
