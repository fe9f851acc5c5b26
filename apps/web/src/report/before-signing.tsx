import { type Notice, noticeSentence, signaturesNeeded, signOffOf } from '@tandem/domain';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { SafetyLink, useSafetyOpen } from '../course/safety-open.tsx';
import { useNow } from '../data/clock.ts';
import { clockOf } from '../data/zone.ts';
import { OutcomeForm } from '../room/notices/outcome-form.tsx';
import { mayRecord, useRoom } from '../room/room-context.ts';
import { Button } from '../ui/button.tsx';
import { goingHomeWords } from '../words/going-home-words.ts';
import { roleWord } from '../words/in-room.ts';
import { reportWords } from '../words/report-words.ts';
import { Line } from './line.tsx';
import { OtherDevices } from './other-devices.tsx';
import classes from './report.module.css';

const text = reportWords.before;
/** More names than this are counted: the room has the whole list. */
const NAMED = 3;

/** What is open, by name, and what is known of other devices; nothing here stands in the way but what says so. */
export function BeforeSigning() {
  const room = useRoom();
  const { view, zone, session, isLive } = room;
  const { confirmed, gap, pending } = view;
  const now = useNow(10_000);
  const open = useMemo(() => signOffOf(confirmed, now), [confirmed, now]);
  const clock = (ms: number) => clockOf(ms, zone);
  const whole = gap === null && pending.length === 0 && isLive;
  const toRoom = (words: string) => (
    <Link to="/s/$sessionId" params={{ sessionId: session.id }}>
      {words}
    </Link>
  );
  const safety = useSafetyOpen(session.patient?.id);
  const nothing =
    (safety === 'unread' ? 1 : safety.length) +
      open.doses.length +
      open.infusions +
      open.notices.length +
      open.lateSets.length +
      open.goingHome.length ===
    0;
  return (
    <section className={classes.card} aria-label={text.title}>
      <h2>{text.title}</h2>
      <ul className={classes.before}>
        <Line look={whole ? 'done' : 'stop'} what={text.complete(confirmed.lastSeq)}>
          {!isLive && <p>{text.stale}</p>}
          {gap !== null && <p>{text.missingRange(gap.from, gap.to)}</p>}
          <p>
            {text.here}: {pending.length === 0 ? text.hereSaved : text.hereWaits(pending.length)}
          </p>
        </Line>
        <OtherDevices />
        {nothing && <Line look="done" what={text.clear} />}
        <Safety open={safety} />
        {open.doses.map((notice) => (
          <Line key={notice.id} look="stop" what={noticeSentence(notice.facts)}>
            <p>{text.dose}</p>
            <Why noticeId={notice.id} />
          </Line>
        ))}
        {open.infusions > 0 && (
          <Line look="stop" what={text.infusion(open.infusions)}>
            <p>{toRoom(text.infusionHint)}</p>
          </Line>
        )}
        {open.notices.map((notice: Notice) => (
          <Line key={notice.id} look="open" what={noticeSentence(notice.facts)}>
            <p>{text.notice(clock(notice.raisedMs))}</p>
            <Why noticeId={notice.id} />
          </Line>
        ))}
        {open.lateSets.map(({ noticeId, dueMs, takenMs, reason }) => (
          <Line
            key={noticeId}
            look={reason === null ? 'open' : 'done'}
            what={
              takenMs === null ? text.lateNever(clock(dueMs)) : text.lateCame(clock(dueMs), clock(takenMs))
            }
          >
            <p>{reason ?? text.lateHint}</p>
            {reason === null && <Why noticeId={noticeId} />}
          </Line>
        ))}
        {open.goingHome.length > 0 && (
          <Line look="open" what={text.home(open.goingHome.length)}>
            {open.goingHome.slice(0, NAMED).map(({ key, statement }) => (
              <p key={key}>{statement}</p>
            ))}
            {open.goingHome.length > NAMED && <p>{text.more(open.goingHome.length - NAMED)}</p>}
          </Line>
        )}
        {signaturesNeeded(confirmed).map((role) => {
          const signed = confirmed.signatures.find(({ author }) => author.role === role);
          const part = open.partsMissing.find((one) => one.role === role);
          const people = part?.people.map(({ name }) => name).join(', ') ?? '';
          return signed === undefined ? (
            <Line key={role} look="waits" what={text.partOpen(roleWord(role))}>
              <p>{people === '' ? text.anyone(roleWord(role)) : text.teamCan(people)}</p>
            </Line>
          ) : (
            <Line
              key={role}
              look="done"
              what={text.partSigned(signed.author.name, clock(Date.parse(signed.at)))}
            >
              <p>{signed.meaning}</p>
            </Line>
          );
        })}
      </ul>
    </section>
  );
}

/** Of the client and not of this session, and in the way of signing all the same (MEA-2). */
function Safety({ open }: { readonly open: ReturnType<typeof useSafetyOpen> }) {
  const { zone } = useRoom();
  if (open === 'unread') return <Line look="waits" what={goingHomeWords.safety.unread} />;
  return open.map(({ id, dueAt, patient }) => (
    <Line key={id} look="stop" what={goingHomeWords.safety.what}>
      <p>{goingHomeWords.safety.by(clockOf(Date.parse(dueAt), zone))}</p>
      <SafetyLink patientId={patient.id} />
    </Line>
  ));
}

/** The outcome of a notice, written where it is asked for. */
function Why({ noticeId }: { readonly noticeId: string }) {
  const room = useRoom();
  const [writing, setWriting] = useState(false);
  if (!mayRecord(room, 'acknowledgement')) return null;
  if (!writing)
    return (
      <Button small onClick={() => setWriting(true)}>
        {text.write}
      </Button>
    );
  return (
    <OutcomeForm
      onLeave={() => setWriting(false)}
      onSave={(outcome) => {
        room.record({ kind: 'acknowledgement', data: { noticeId, outcome }, happenedAtMs: null, line: '' });
        setWriting(false);
      }}
    />
  );
}
