import { type Call, jsonOf } from './document.ts';
import { anchorOf } from './markdown.ts';
import { rowsOf, sentTable, type ToldBefore } from './rows.ts';
import { typeOf } from './types.ts';
import { unionTable } from './unions.ts';

/** Objects that were told, by themselves in JSON, with the call where they stand. */
export type Told = Map<string, string>;
/** A table of fewer lines is read faster than a link is followed. */
const WORTH_A_LINK = 8;

/** Everything about one call, as lines of Markdown under its own heading. */
export function callSection(call: Call, told: Told): string[] {
  const { title, summary, description } = call;
  return [
    `### \`${title}\``,
    '',
    `**${summary}.**${description === undefined ? '' : ` ${description}`}`,
    '',
    `${whoMay(call)}${pathOf(call)}`,
    ...queryLines(call),
    ...bodyLines(call, told),
    '',
    ...repliesOf(call),
    '',
  ];
}

function whoMay(call: Call): string {
  const access = call['x-access'];
  const limits = call['x-role-limits'] ?? {};
  const roles = (call['x-roles'] ?? []).map((role) =>
    limits[role] === undefined ? role : `${role} (${limits[role]})`,
  );
  const who =
    access === 'public' ? 'anybody' : access === 'signed-in' ? 'whoever is signed in' : roles.join(', ');
  return [
    `**Who may:** ${who}.`,
    ...(call['x-fresh-login'] === true ? ['**Needs a fresh login.**'] : []),
    ...(call['x-before-enrolment'] === true ? ['Answers before a second factor is set up.'] : []),
  ].join(' ');
}

function pathOf({ parameters = [] }: Call): string {
  const said = parameters
    .filter(({ in: place }) => place === 'path')
    .map(({ name, schema }) => `\`${name}\` (${typeOf(schema)})`);
  return said.length === 0 ? '' : ` **In the path:** ${said.join(', ')}.`;
}

function queryLines({ parameters = [] }: Call): string[] {
  const rows = parameters
    .filter(({ in: place }) => place === 'query')
    .map(({ name, schema, required = false }) => ({ field: name, type: typeOf(schema), required }));
  return rows.length === 0 ? [] : ['', ...sentTable('query', rows)];
}

function bodyLines({ title, requestBody }: Call, told: Told): string[] {
  const schema = requestBody && jsonOf(requestBody);
  if (schema === undefined) return [];
  if (requestBody?.required === false) return ['', '**Body:** none, or `{}`.'];
  const toldBefore: ToldBefore = (object) => {
    if (rowsOf(object).length < WORTH_A_LINK) return undefined;
    const key = JSON.stringify(object);
    const where = told.get(key);
    if (where === undefined) told.set(key, linkTo(title));
    return where;
  };
  const before = toldBefore(schema);
  if (before !== undefined) return ['', `**Body:** as of ${before}.`];
  const rows = rowsOf(schema, toldBefore);
  const unions = rows.flatMap(({ union }) => (union === undefined ? [] : ['', ...unionTable(union)]));
  return ['', ...sentTable('body', rows), ...unions];
}

/** Replies that say the same in one line. */
function repliesOf({ responses }: Call): string[] {
  const replies = Object.entries(responses)
    .filter(([status]) => status !== 'default')
    .map(([status, reply]) => {
      const schema = jsonOf(reply);
      const files = Object.keys(reply.content ?? {});
      const isFile = schema === undefined || Object.keys(schema).length === 0;
      return {
        status,
        shape: isFile ? `a file: ${files.map((type) => `\`${type}\``).join(', ')}` : typeOf(schema),
      };
    })
    .sort((one, other) => Number(other.status) - Number(one.status));
  const [first] = replies;
  const isOne = replies.every(({ shape }) => shape === first?.shape);
  if (isOne) return [`**Answers** ${replies.map(({ status }) => status).join(' or ')}: ${first?.shape}.`];
  return replies.map(({ status, shape }) => `**Answers** ${status}: ${shape}.`);
}

/** A link to a call's own heading. */
export const linkTo = (title: string): string => `[\`${title}\`](#${anchorOf(title)})`;
