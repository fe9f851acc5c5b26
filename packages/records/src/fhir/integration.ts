import { Buffer } from 'node:buffer';
import { planForms } from '@tandem/domain';
import type { CourseShown, ShownCheckIn, ShownInsight, ShownPlan } from '../course/course-record.ts';
import { approvalWords, outcomeWords, stepName, storyWords } from '../course/course-words.ts';
import { concept, extensionUrl, localSystem, systems } from './codes.ts';
import { exportable, type FhirContext, identityOf, type Resource, some, urn } from './context.ts';
import { courseStatus, errorNotes, ofThisSession } from './course-context.ts';
import { noteKinds } from './documents.ts';

/** What a session became in the weeks after it: the plan with its activities, check-ins, stories, insights. */
export function integrationResources(context: FhirContext): Resource[] {
  const { course } = context.record;
  if (course === null) return [];
  return [
    ...course.plans.map((plan) => carePlan(context, plan, course.checkIns)),
    ...course.checkIns.map((checkIn) => task(context, checkIn)),
    ...course.stories.map((story) => ({
      ...document(context, story, 'story', 'From and to', storyWords(story)),
      context: { ...ofThatSession(context, story), period: { start: context.time.offset(story.happenedAt) } },
    })),
    ...course.insights.map((insight) => insightDocument(context, insight)),
  ];
}

/** A later plan takes the place of the one before it as a whole; check-ins belong to the latest. */
function carePlan(context: FhirContext, plan: ShownPlan, checkIns: readonly ShownCheckIn[]): Resource {
  const { time } = context;
  const isLatest = plan.isLatest && plan.error === null;
  const asked = isLatest ? checkIns.filter(({ error }) => error === null) : [];
  return {
    resourceType: 'CarePlan',
    ...identityOf(context, plan),
    ...some('replaces', plan.replaces === null ? [] : [{ reference: urn(plan.replaces) }]),
    status: courseStatus(plan, isLatest ? 'active' : 'revoked'),
    intent: 'plan',
    category: [concept(localSystem('plan'), 'integration')],
    title: 'Integration plan',
    subject: context.subject,
    ...ofThisSession(context, plan),
    created: time.offset(plan.recordedAt),
    author: context.practitioner(plan.recorder),
    ...some('activity', [
      ...plan.data.items.map(({ form, text, when }) => ({
        detail: {
          code: concept(localSystem('plan-form'), form, planForms[form]),
          // Nobody keeps books on whether a client takes walks.
          status: plan.error === null ? 'unknown' : 'entered-in-error',
          description: text,
          ...(when === undefined ? {} : { scheduledString: when }),
        },
      })),
      ...asked.map(({ id }) => ({ reference: { reference: urn(id) } })),
    ]),
    ...some('note', errorNotes(context, plan)),
  };
}

const taskStatuses = { done: 'completed', missed: 'failed' } as const;

function task(context: FhirContext, checkIn: ShownCheckIn): Resource {
  const { time, record } = context;
  const { outcome, dueAt, data, moves } = checkIn;
  const notes = [
    ...errorNotes(context, checkIn),
    ...(outcome?.text == null ? [] : [{ text: outcome.text, time: time.offset(outcome.at) }]),
  ];
  return {
    resourceType: 'Task',
    ...identityOf(context, checkIn),
    ...(data.deputy === undefined
      ? {}
      : { extension: [{ url: extensionUrl('deputy'), valueReference: context.practitioner(data.deputy) }] }),
    status: courseStatus(checkIn, outcome === null ? 'requested' : taskStatuses[outcome.how]),
    ...(outcome?.how === 'missed' ? { statusReason: { text: 'missed' } } : {}),
    ...(moves > 0 ? { businessStatus: { text: moves === 1 ? 'moved once' : `moved ${moves} times` } } : {}),
    intent: 'plan',
    code: concept(localSystem('check-in'), data.step, stepName(checkIn)),
    description: outcomeWords(checkIn, record),
    for: context.subject,
    ...ofThisSession(context, checkIn),
    ...(outcome === null ? {} : { executionPeriod: { end: time.offset(outcome.at) } }),
    authoredOn: time.offset(checkIn.recordedAt),
    lastModified: time.offset(checkIn.changedAt),
    requester: context.practitioner(checkIn.recorder),
    owner: context.practitioner(data.owner),
    restriction: { period: { end: time.offset(dueAt) } },
    ...some('note', notes),
  };
}

/** With when and how the client agreed to it, and the moment that it came from. */
function insightDocument(context: FhirContext, insight: ShownInsight): Resource {
  const { record, time } = context;
  const { text, sessionId, entryId, at } = insight.data;
  const { how, approvedAt } = insight.approval;
  const isHere =
    sessionId === record.session.id && exportable(record, noteKinds).some(({ id }) => id === entryId);
  return {
    ...document(context, insight, 'insight', `Insight, ${approvalWords(insight, record)}`, text),
    extension: [
      {
        url: extensionUrl('client-approval'),
        extension: [
          { url: 'how', valueCode: how },
          { url: 'at', valueDateTime: time.offset(approvedAt) },
        ],
      },
    ],
    context: {
      ...ofThatSession(context, insight),
      period: { start: time.offset(at ?? insight.happenedAt) },
      ...(isHere && entryId !== undefined ? { related: [{ reference: urn(entryId) }] } : {}),
    },
  };
}

/** A DocumentReference names its encounters in a list. */
function ofThatSession(context: FhirContext, shown: CourseShown<'story' | 'insight'>) {
  const { encounter } = ofThisSession(context, shown);
  return encounter === undefined ? {} : { encounter: [encounter] };
}

function document(
  context: FhirContext,
  shown: CourseShown<'story' | 'insight'>,
  kind: string,
  title: string,
  text: string,
) {
  const { time } = context;
  const notes = errorNotes(context, shown);
  return {
    resourceType: 'DocumentReference',
    ...identityOf(context, shown),
    status: courseStatus(shown, 'current'),
    docStatus: courseStatus(shown, 'final'),
    type: concept(localSystem('course-kind'), kind, title),
    subject: context.subject,
    date: time.offset(shown.recordedAt),
    author: [context.practitioner(shown.recorder)],
    ...(notes[0] === undefined ? {} : { description: notes[0].text }),
    securityLabel: [concept(systems.confidentiality, 'R', 'Restricted')],
    content: [
      {
        attachment: {
          contentType: 'text/plain; charset=utf-8',
          data: Buffer.from(text, 'utf8').toString('base64'),
          title,
          creation: time.offset(shown.recordedAt),
        },
      },
    ],
  };
}
