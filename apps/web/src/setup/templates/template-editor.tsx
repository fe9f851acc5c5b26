import { Textarea } from '@mantine/core';
import { fillPlaces, type TemplateFault, templateFault } from '@tandem/domain';
import type { TextTemplate, TextTemplatesReply } from '@tandem/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { sentenceOf } from '../../data/failure.ts';
import { useMe } from '../../data/me.ts';
import { clockOf, dayOf } from '../../data/zone.ts';
import { Button } from '../../ui/button.tsx';
import { dayWords } from '../../ui/names.ts';
import { Sentence } from '../../ui/page.tsx';
import { templateWords as text } from '../../words/template-words.ts';
import { Places } from './places.tsx';
import { putTemplate, templatesQuery } from './template-calls.ts';
import classes from './templates.module.css';

/** As many signs as the server keeps. */
const MOST = 20_000;

/** One template: its text with the places that may stand in it, and what a session reads like with it. */
export function TemplateEditor(props: {
  readonly template: TextTemplate;
  readonly reply: TextTemplatesReply;
  readonly typed: string;
  onType(text: string): void;
  onKept(): void;
}) {
  const { template, reply, typed, onType, onKept } = props;
  const me = useMe();
  const queryClient = useQueryClient();
  const field = useRef<HTMLTextAreaElement>(null);
  const [asks, setAsks] = useState(false);
  const fault = templateFault(typed, reply.places);
  const filled = fault === null ? fillPlaces(typed, (place) => reply.examples[place] ?? '') : null;
  const [last, setLast] = useState(filled ?? '');
  if (filled !== null && filled !== last) setLast(filled);
  const saving = useMutation({
    mutationFn: (next: string | null) => putTemplate(template.key, next, me.epoch),
    onSuccess: (saved) => {
      queryClient.setQueryData(templatesQuery.queryKey, saved);
      setAsks(false);
      onKept();
    },
  });
  const isSame = typed === template.text;
  const isEmpty = typed.trim() === '';

  /** Where the cursor stood last, also after a press elsewhere on the page. */
  function put(place: string): void {
    const { selectionStart = typed.length, selectionEnd = typed.length } = field.current ?? {};
    const said = `{{${place}}}`;
    onType(typed.slice(0, selectionStart) + said + typed.slice(selectionEnd));
    requestAnimationFrame(() => select(selectionStart + said.length, selectionStart + said.length));
  }
  function select(from: number, to: number): void {
    field.current?.focus();
    field.current?.setSelectionRange(from, to);
  }

  return (
    <div className={classes.columns}>
      <section className={classes.editor} aria-label={text.label(text.kinds[template.key])}>
        <p className={classes.state}>{stateWords(template, me.clinic.timeZone)}</p>
        <Textarea
          ref={field}
          label={text.label(text.kinds[template.key])}
          classNames={{ input: classes.text ?? '' }}
          rows={18}
          maxLength={MOST}
          spellCheck={false}
          value={typed}
          onChange={(event) => onType(event.currentTarget.value)}
        />
        {fault !== null && (
          <div className={classes.fault}>
            <Sentence>{faultWords(fault)}</Sentence>
            <Button
              small
              onClick={() => {
                const from = indexOf(typed, fault);
                select(from, from + (fault.kind === 'unknown' ? wholePlace(typed, from) : 2));
              }}
            >
              {text.show}
            </Button>
          </div>
        )}
        {isEmpty && <Sentence>{text.empty}</Sentence>}
        {saving.error !== null && <Sentence>{sentenceOf(saving.error)}</Sentence>}
        {asks && <p className={classes.sure}>{text.resetSure}</p>}
        <div className={classes.acts}>
          {asks ? (
            <>
              <Button onClick={() => setAsks(false)}>{text.back}</Button>
              <Button look="main" disabled={saving.isPending} onClick={() => saving.mutate(null)}>
                {text.resetYes}
              </Button>
            </>
          ) : (
            <>
              <Button
                look="main"
                disabled={isSame || isEmpty || fault !== null || saving.isPending}
                onClick={() => saving.mutate(typed)}
              >
                {text.save}
              </Button>
              {!isSame && <Button onClick={() => onType(template.text)}>{text.undo}</Button>}
              {template.own && <Button onClick={() => setAsks(true)}>{text.reset}</Button>}
            </>
          )}
          <span role="status" className={classes.said}>
            {isSame ? saving.isSuccess && text.saved : text.typed}
          </span>
        </div>
      </section>
      <section aria-label={text.preview} className={classes.preview}>
        <h2>{text.preview}</h2>
        <p className={classes.said}>{fault === null ? text.previewHint : text.previewLast}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard (WCAG 2.1.1) */}
        <pre tabIndex={0} data-old={fault !== null || undefined}>
          {last}
        </pre>
      </section>
      <Places names={reply.places} examples={reply.examples} onPut={put} />
    </div>
  );
}

function stateWords({ own, changed }: TextTemplate, timeZone: string): string {
  const whose = own ? text.own : text.standard;
  if (changed === null) return `${whose} ${text.never}`;
  const ms = Date.parse(changed.at);
  return `${whose} ${text.changed(changed.name, `${dayWords(dayOf(ms, timeZone))} ${clockOf(ms, timeZone)}`)}`;
}

const faultWords = ({ kind, near, line, column }: TemplateFault) => text[kind](near, line, column);

/** Line and column as a place in the text; letters are counted as people do. */
function indexOf(template: string, { line, column }: TemplateFault): number {
  const lines = template.split('\n');
  const before = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  return before + [...(lines[line - 1] ?? '')].slice(0, column - 1).join('').length;
}

const wholePlace = (template: string, from: number) => template.indexOf('}}', from) + 2 - from;
