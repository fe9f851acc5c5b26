import { Textarea } from '@mantine/core';
import { type CourseDataOf, fold, ofCourse, summarizeEntry, timeline } from '@tandem/domain';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getRecord } from '../clients/client-calls.ts';
import { serverNowMs } from '../data/clock.ts';
import { sentenceOf } from '../data/failure.ts';
import { useMe } from '../data/me.ts';
import { sessionPages } from '../data/queries.ts';
import { clockOf, dayOf } from '../data/zone.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Actions } from '../ui/dialog.tsx';
import { dayWords } from '../ui/names.ts';
import { Sentence } from '../ui/page.tsx';
import { courseWords } from '../words/course-words.ts';
import classes from './course.module.css';
import { Part, type PartProps, useWhen } from './parts.tsx';
import { useAdd } from './use-course.ts';

const text = courseWords.insights;
type How = CourseDataOf<'insight-approval'>['how'];
const meaning: readonly string[] = ['moment', 'shift', 'words-to-keep', 'note'];

/** From a moment of a session to a sentence that the client agrees with. */
export function Insights({ course, state, patientId }: PartProps & { readonly patientId: string }) {
  const { timeZone } = useMe().clinic;
  const when = useWhen();
  const [adding, setAdding] = useState(false);
  const all = ofCourse(state, 'insight').reverse();
  const approvals = ofCourse(state, 'insight-approval');
  return (
    <Part
      title={text.title}
      action={
        course.mayWrite &&
        !adding && (
          <Button small onClick={() => setAdding(true)}>
            {text.add}
          </Button>
        )
      }
    >
      {adding && <Add course={course} patientId={patientId} onClose={() => setAdding(false)} />}
      {all.length === 0 && !adding && <p className={classes.quiet}>{text.none}</p>}
      <ul className={classes.rows}>
        {all.map(({ id, data, entry }) => {
          const approval = approvals.find((one) => one.data.insightId === id);
          const atMs = data.at === undefined ? null : Date.parse(data.at);
          return (
            <li key={id}>
              <p>{data.text}</p>
              <p className={classes.quiet}>
                {atMs !== null && `${text.at(dayWords(dayOf(atMs, timeZone)), clockOf(atMs, timeZone))} · `}
                {entry.author.name}
              </p>
              {approval !== undefined ? (
                <p className={classes.agreed}>
                  {text.agreed(text.hows[approval.data.how], when(approval.data.approvedAt))}
                </p>
              ) : (
                <Approve insightId={id} course={course} />
              )}
            </li>
          );
        })}
      </ul>
    </Part>
  );
}

function Approve({
  insightId,
  course,
}: {
  readonly insightId: string;
  readonly course: PartProps['course'];
}) {
  const [how, setHow] = useState<How>('in-person');
  const add = useAdd(course);
  if (!course.mayWrite) return <p className={classes.quiet}>{text.open}</p>;
  const options = (Object.keys(text.hows) as How[]).map((value) => ({ value, label: text.hows[value] }));
  return (
    <form
      className={classes.planRow}
      onSubmit={(event) => {
        event.preventDefault();
        const approvedAt = new Date(serverNowMs()).toISOString();
        add.mutate({ kind: 'insight-approval', data: { insightId, how, approvedAt } });
      }}
    >
      <Choice label={text.how} options={options} value={how} onChange={setHow} />
      <Button small type="submit" disabled={add.isPending}>
        {text.agree}
      </Button>
      {add.error !== null && <Sentence>{sentenceOf(add.error)}</Sentence>}
    </form>
  );
}

function Add(props: { readonly course: PartProps['course']; readonly patientId: string; onClose(): void }) {
  const { course, patientId, onClose } = props;
  const { timeZone } = useMe().clinic;
  const pages = useInfiniteQuery(sessionPages({ patientId, limit: 12 }));
  const sessions = (pages.data?.pages.flatMap(({ items }) => items) ?? []).filter(
    ({ startedAt }) => startedAt !== null,
  );
  const [chosen, setChosen] = useState('');
  const [momentId, setMoment] = useState('');
  const [said, setSaid] = useState('');
  const sessionId = chosen === '' ? (sessions[0]?.id ?? '') : chosen;
  const read = useQuery({
    queryKey: ['insight-moments', sessionId],
    queryFn: () => getRecord(sessionId),
    enabled: sessionId !== '',
  });
  const moments =
    read.data === undefined
      ? []
      : timeline(fold(sessionId, read.data)).filter(
          ({ entry, data, retraction }) =>
            meaning.includes(entry.kind) && data !== null && retraction === null,
        );
  const moment = moments.find(({ entry }) => entry.id === momentId);
  const add = useAdd(course, onClose);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({
          kind: 'insight',
          data: {
            text: said.trim(),
            sessionId,
            ...(moment === undefined ? {} : { entryId: moment.entry.id, at: moment.happenedAt }),
          },
        });
      }}
    >
      <Choice
        label={text.session}
        options={sessions.map(({ id, startedAt }) => ({
          value: id,
          label: dayWords(dayOf(Date.parse(startedAt as string), timeZone)),
        }))}
        value={sessionId}
        onChange={(id) => {
          setChosen(id);
          setMoment('');
        }}
      />
      <Choice
        label={text.moment}
        options={[
          { value: '', label: text.noMoment },
          ...moments.map(({ entry, data, happenedAt }) => ({
            value: entry.id,
            label: `${clockOf(Date.parse(happenedAt), timeZone)} ${summarizeEntry({ kind: entry.kind, data }).slice(0, 80)}`,
          })),
        ]}
        value={momentId}
        onChange={setMoment}
      />
      <Textarea
        label={text.text}
        autosize
        minRows={2}
        maxLength={2000}
        value={said}
        onChange={(e) => setSaid(e.currentTarget.value)}
      />
      {(add.error ?? read.error) !== null && <Sentence>{sentenceOf(add.error ?? read.error)}</Sentence>}
      <Actions>
        <Button onClick={onClose}>{courseWords.back}</Button>
        <Button type="submit" look="main" disabled={said.trim() === '' || sessionId === '' || add.isPending}>
          {courseWords.save}
        </Button>
      </Actions>
    </form>
  );
}
