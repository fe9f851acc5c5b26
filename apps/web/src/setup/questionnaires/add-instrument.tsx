import { type InstrumentDefinition, measureFrom, type ReadDefinition, readDefinition } from '@tandem/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { sentenceOf } from '../../data/failure.ts';
import { addInstrument } from '../../data/instrument-calls.ts';
import { useMe } from '../../data/me.ts';
import { Button } from '../../ui/button.tsx';
import form from '../../ui/form.module.css';
import { Sentence } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { instrumentWords } from '../../words/instrument-words.ts';
import { DefinitionPreview } from './definition-preview.tsx';
import { FromFile, FromTotal } from './definition-source.tsx';
import { type OwnInstrument, totalDefinition } from './own-instruments.ts';
import classes from './questionnaires.module.css';

const text = instrumentWords.add;
type Way = keyof typeof text.ways;
const ways = Object.keys(text.ways) as Way[];
const emptyTotal = { name: '', least: '0', most: '', licence: '', source: '' };

/** A definition is written, checked and looked at; added is it with the word that the clinic may use it. */
export function AddInstrument(props: {
  /** What the field begins with: the next version of one that is there, or nothing. */
  readonly begin: string;
  readonly own: readonly OwnInstrument[];
  onAdded(definition: InstrumentDefinition): void;
}) {
  const [way, setWay] = useState<Way>('file');
  const [json, setJson] = useState(props.begin);
  const [typed, setTyped] = useState(emptyTotal);
  const [isMissing, setMissing] = useState(false);
  const [read, setRead] = useState<ReadDefinition | null>(null);
  function check(definition: string): void {
    setMissing(definition.trim() === '');
    setRead(definition.trim() === '' ? null : readDefinition(definition));
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    check(way === 'file' ? json : totalDefinition(typed, props.own));
  }
  const definition = read !== null && 'definition' in read ? read.definition : null;
  return (
    <section className={classes.add} aria-label={text.title}>
      <h2>{text.title}</h2>
      <form className={classes.form} onSubmit={submit} noValidate>
        <Segmented
          label={text.way}
          options={ways.map((value) => ({ value, label: text.ways[value] }))}
          value={way}
          onChange={(next) => {
            setWay(next);
            setRead(null);
          }}
        />
        {way === 'file' ? (
          <FromFile
            json={json}
            error={isMissing ? text.jsonNeeded : undefined}
            onChange={(next) => {
              setJson(next);
              setRead(null);
              setMissing(false);
            }}
            onFile={(next) => {
              setJson(next);
              check(next);
            }}
          />
        ) : (
          <FromTotal
            typed={typed}
            onChange={(next) => {
              setTyped(next);
              setRead(null);
            }}
          />
        )}
        <Button type="submit" look={definition === null ? 'main' : 'plain'}>
          {text.check}
        </Button>
      </form>
      {read !== null && 'problems' in read && <Problems problems={read.problems} />}
      {definition !== null && (
        <Checked key={JSON.stringify(definition)} definition={definition} onAdded={props.onAdded} />
      )}
    </section>
  );
}

type Problem = Extract<ReadDefinition, { problems: unknown }>['problems'][number];

/** Each by its place in the file, in words that say what to change. */
function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <div role="alert" className={classes.problems}>
      <p>{instrumentWords.problems(problems.length)}</p>
      <ul>
        {problems.map(({ path, problem }) => (
          <li key={`${path} ${problem}`}>
            {path === '' ? instrumentWords.whole : <code>{path}</code>} {problem}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Nothing is wrong with it: looked at, and then added. */
function Checked(props: {
  readonly definition: InstrumentDefinition;
  onAdded(definition: InstrumentDefinition): void;
}) {
  const { definition, onAdded } = props;
  const { epoch } = useMe();
  const queryClient = useQueryClient();
  const id = useRef(crypto.randomUUID());
  const [attested, setAttested] = useState(false);
  const [asked, setAsked] = useState(false);
  const adding = useMutation({
    mutationFn: () => addInstrument({ id: id.current, definition, attested: true }, epoch),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['instruments'] });
      onAdded(definition);
    },
  });
  return (
    <>
      <DefinitionPreview measure={measureFrom(definition)} />
      <div className={classes.attest}>
        <label className={`${form.option} ${form.wide}`}>
          <input
            type="checkbox"
            checked={attested}
            onChange={(event) => {
              setAttested(event.currentTarget.checked);
              setAsked(false);
            }}
          />
          <span>{instrumentWords.attest(definition.licence)}</span>
        </label>
        {asked && !attested && <Sentence>{instrumentWords.attestNeeded}</Sentence>}
        {adding.error !== null && <Sentence>{sentenceOf(adding.error)}</Sentence>}
        <Button
          look="main"
          disabled={adding.isPending}
          onClick={() => {
            setAsked(true);
            if (attested) adding.mutate();
          }}
        >
          {instrumentWords.save(definition.name, definition.version)}
        </Button>
      </div>
    </>
  );
}
