import { expect, test } from 'vitest';
import { manualTime, settled } from '../data/manual-time.test-support.ts';
import { createNoteSaver, type Saved } from './note-saver.ts';

class Refused extends Error {}

function begun(text = '') {
  const time = manualTime();
  const asked: { text: string; seen: number; answer(saved: Saved): void; fail(error: Error): void }[] = [];
  const saver = createNoteSaver({
    begin: { text, revision: text === '' ? 0 : 1, savedAt: text === '' ? null : '10:00' },
    send: (sent, seen) =>
      new Promise((answer, fail) => {
        asked.push({ text: sent, seen, answer, fail });
      }),
    refusal: (error) => (error instanceof Refused ? error.message : null),
    scheduler: time,
    random: () => 0.5,
  });
  const answer = async (at: number, revision = 1) => {
    asked[at]?.answer({ revision, savedAt: `save ${at}` });
    await settled();
  };
  const fail = async (at: number, error: Error) => {
    asked[at]?.fail(error);
    await settled();
  };
  return { time, asked, saver, answer, fail };
}

test('[PRN-7] what is typed is sent a moment after the last key, whole, and stands as saved once the server says so', async () => {
  const { time, asked, saver, answer } = begun();
  saver.type('I');
  await time.advance(1_500);
  saver.type('I noticed');
  await time.advance(1_999);
  expect(asked).toEqual([]);
  expect(saver.state().type).toBe('unsaved');
  await time.advance(1);
  expect(asked.map(({ text, seen }) => [text, seen])).toEqual([['I noticed', 0]]);
  expect(saver.isSaved()).toBe(false);
  await answer(0);
  expect(saver.state()).toEqual({ type: 'saved', savedAt: 'save 0' });
});

test('[PRN-7] who never pauses is saved every 15 seconds all the same', async () => {
  const { time, asked, saver } = begun();
  for (let second = 1; second <= 16; second += 1) {
    saver.type(`word ${second}`);
    await time.advance(1_000);
  }
  expect(asked).toHaveLength(1);
});

test('[PRN-7] one save at a time: what was typed meanwhile goes with the next, from the revision just made', async () => {
  const { time, asked, saver, answer } = begun();
  saver.type('a');
  await time.advance(2_000);
  saver.type('ab');
  await time.advance(5_000);
  expect(asked).toHaveLength(1);
  await answer(0, 1);
  expect(saver.state().type).toBe('unsaved');
  await time.advance(2_000);
  expect(asked[1]).toMatchObject({ text: 'ab', seen: 1 });
});

test('[PRN-7] without an answer it says so and sends again by itself; with the network back at once', async () => {
  const { time, asked, saver, fail, answer } = begun();
  saver.type('a');
  await time.advance(2_000);
  await fail(0, new Error('no answer'));
  expect(saver.state()).toEqual({ type: 'no-answer' });
  await time.advance(10_000);
  expect(asked).toHaveLength(2);
  await fail(1, new Error('no answer'));
  saver.type('ab');
  expect(saver.state()).toEqual({ type: 'no-answer' });
  saver.saveNow();
  await settled();
  await answer(2);
  expect(asked[2]?.text).toBe('ab');
  expect(saver.isSaved()).toBe(true);
});

test('[PRN-7] a refusal is shown with its sentence, is not repeated, and the next key tries again', async () => {
  const { time, asked, saver, fail } = begun('Before.');
  saver.type('After.');
  await time.advance(2_000);
  expect(asked[0]?.seen).toBe(1);
  await fail(0, new Refused('Changed in another window.'));
  expect(saver.state()).toEqual({ type: 'refused', sentence: 'Changed in another window.' });
  await time.advance(60_000);
  expect(asked).toHaveLength(1);
  expect(saver.text()).toBe('After.');
  saver.type('After all.');
  await time.advance(2_000);
  expect(asked).toHaveLength(2);
});

test('[PRN-7] an emptied note sends nothing, and is not called saved', async () => {
  const { time, asked, saver } = begun('Before.');
  saver.type('');
  await time.advance(60_000);
  expect(asked).toEqual([]);
  expect(saver.isSaved()).toBe(false);
  saver.type('Before.');
  expect(saver.state().type).toBe('saved');
});
