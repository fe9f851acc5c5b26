import type { JsonSchema as Schema } from '../../support/json-schema.ts';
import { callSection, linkTo, type Told } from './call.ts';
import { type ApiDocument, type Call, callsOf } from './document.ts';
import { example } from './example.ts';
import { anchorOf } from './markdown.ts';
import { answeredTable, rowsOf } from './rows.ts';
import { unionTable } from './unions.ts';
import { withValueLists } from './value-lists.ts';

const INTRO =
  'For whoever writes a program against Tandem. This page is printed from the OpenAPI document that a running server ' +
  'serves at `/api/openapi.json`: `npx vitest run --project contract tests/contract/openapi.pg.test.ts -u` prints it ' +
  'anew, and the same test fails when it is not what the server says. What no document can say (order, repeats, the ' +
  'live socket) is in [the wire](wire.md); every refusal is in [refusals](errors.md), every kind of entry in ' +
  '[entry kinds](entry-kinds.md).';

const READING = `"List of" and "object" are JSON. An instant is RFC 3339 with a zone, a day is \`YYYY-MM-DD\`. A text's limit is in characters. \`a[].b\` is the field \`b\` of each thing in the list \`a\`. What has a \`?\` may be missing. In answers, a field whose name ends in \`At\` is an instant. Under "who may", roles stand with what they are held to; where a clinic shows sessions to their team alone, less is open ([security](security.md)).`;

/**
 * The page that says what the served OpenAPI document says, for people. Pure: the same document makes the same page.
 */
export function apiPage(served: ApiDocument): string {
  const { document, lists } = withValueLists(served);
  const calls = callsOf(document);
  const told: Told = new Map();
  const groups = document.tags.map(({ name, description }) => ({
    name,
    description,
    calls: calls.filter(({ tags }) => tags.includes(name)),
  }));
  const sections = [
    ['# The API', '', INTRO, ''],
    ['## Contents', '', ...contents(groups), ''],
    ['## For every call', '', withLinks(document.info.description), ''],
    ['## An example', '', example, ''],
    ['## How to read the tables', '', READING, ''],
    ...groups.map((group) => [
      `## ${group.name}`,
      '',
      group.description,
      '',
      ...group.calls.flatMap((call) => callSection(call, told).map(withLinks)),
    ]),
    ['## Shapes', '', 'What answers are made of. A field with `?` may be missing.', ''],
    ...Object.entries(document.components.schemas).map(([name, schema]) => shapeSection(name, schema)),
    ['## Values', '', 'Lists of values that are too long to stand where they are taken.', ''],
    ...lists.map(({ name, values }) => [
      `### Values of ${name}`,
      '',
      `${values.map((value) => `\`${value}\``).join(', ')}.`,
      '',
    ]),
  ];
  return `${sections.flat().join('\n').trimEnd()}\n`;
}

interface Group {
  readonly name: string;
  readonly calls: readonly Call[];
}

function contents(groups: readonly Group[]): string[] {
  return [
    ...groups.flatMap(({ name, calls }) => [
      `- [${name}](#${anchorOf(name)})`,
      ...calls.map(({ title, summary }) => `  - ${linkTo(title)} ${summary}`),
    ]),
    '- [Shapes](#shapes)',
    '- [Values](#values)',
  ];
}

function shapeSection(name: string, schema: Schema): string[] {
  const rows = rowsOf(schema);
  const unions = rows.flatMap(({ union }) => (union === undefined ? [] : ['', ...unionTable(union)]));
  return [`### Shape ${name}`, '', ...answeredTable(rows), ...unions, ''];
}

/** Pages that a description names by their path, as links from where this page lies. */
const withLinks = (text: string): string => text.replaceAll(/\bdocs\/([a-z-]+\.md)/g, '[$1]($1)');
