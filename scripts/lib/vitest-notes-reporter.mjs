import { writeFileSync } from 'node:fs';

/** Vitest's json reporter leaves out why a test was skipped; this writes the reasons beside it. */
export default class NotesReporter {
  /** @param {readonly import('vitest/node').TestModule[]} modules */
  onTestRunEnd(modules) {
    /** @type {Record<string, string>} */
    const notes = {};
    for (const module of modules) {
      for (const test of module.children.allTests('skipped')) {
        const result = test.result();
        // The json reporter joins the titles with spaces, this one with " > ".
        if (result.state === 'skipped' && result.note) notes[jsonName(test)] = result.note;
      }
    }
    const file = process.env.TANDEM_NOTES_FILE;
    if (file) writeFileSync(file, JSON.stringify(notes));
  }
}

/** @param {import('vitest/node').TestCase} test */
function jsonName(test) {
  const titles = [test.name];
  for (let parent = test.parent; parent.type === 'suite'; parent = parent.parent) titles.unshift(parent.name);
  return ['', ...titles].join(' ').trim();
}
