import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sentenceOf } from '../data/failure.ts';
import { instrumentsQuery } from '../data/instrument-calls.ts';
import { peopleQuery, protocolsQuery } from '../data/queries.ts';
import { buttonClass } from '../ui/button.tsx';
import { Nothing, Sentence } from '../ui/page.tsx';
import table from '../ui/table.module.css';
import { instrumentWords } from '../words/instrument-words.ts';
import { words } from '../words/list-pages.ts';
import { setupWords } from '../words/setup-words.ts';
import { templateWords } from '../words/template-words.ts';
import { roleWord } from '../words.ts';
import classes from './setup.module.css';
import { Part } from './setup-part.tsx';

const text = words.setup;

/** The way to the protocols. */
export function Protocols() {
  const protocols = useQuery(protocolsQuery);
  const items = protocols.data?.items ?? [];
  const names = new Set(items.map(({ name }) => name));
  return (
    <Part title={text.protocols}>
      {protocols.error !== null && <Sentence>{sentenceOf(protocols.error)}</Sentence>}
      {protocols.data !== undefined && items.length === 0 && <Nothing>{setupWords.protocolsNone}</Nothing>}
      {items.length > 0 && (
        <Link to="/setup/protocols" className={buttonClass()}>
          {text.allProtocols(names.size)}
        </Link>
      )}
    </Part>
  );
}

/** The way to the templates of the text that a session is copied as. */
export function TextTemplates() {
  return (
    <Part title={templateWords.title}>
      <p className={classes.said}>{templateWords.what}</p>
      <Link to="/setup/text-templates" className={buttonClass()}>
        {templateWords.open}
      </Link>
    </Part>
  );
}

/** The way to what clients are asked. */
export function Questionnaires() {
  const kept = useQuery(instrumentsQuery).data?.items ?? [];
  const keys = new Set(kept.map(({ definition }) => definition.key));
  return (
    <Part title={instrumentWords.title}>
      <Link to="/setup/questionnaires" className={buttonClass()}>
        {instrumentWords.link(keys.size)}
      </Link>
    </Part>
  );
}

/** Who works here, for who changes nothing about it. */
export function People() {
  const people = useQuery(peopleQuery);
  return (
    <Part title={text.people}>
      {people.error !== null && <Sentence>{sentenceOf(people.error)}</Sentence>}
      <div className={table.frame}>
        <table className={table.table}>
          <tbody>
            {(people.data?.items ?? []).map((person) => (
              <tr key={person.id}>
                <th scope="row">{person.name}</th>
                <td>{person.roles.map(roleWord).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Part>
  );
}
