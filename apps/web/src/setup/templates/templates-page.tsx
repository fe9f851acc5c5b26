import { type TextTemplateKey, textTemplateKeys } from '@tandem/domain';
import { useQuery } from '@tanstack/react-query';
import { Link, useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import { sentenceOf } from '../../data/failure.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Actions, Dialog } from '../../ui/dialog.tsx';
import { Page, Sentence } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { templateWords as text } from '../../words/template-words.ts';
import { templatesQuery } from './template-calls.ts';
import { TemplateEditor } from './template-editor.tsx';
import classes from './templates.module.css';

/** What this says, for another language to be laid over. */
export const english = { templates: text };

/** The three templates of a clinic's text, one at a time; what is typed in one stays while another is looked at. */
export function TemplatesPage() {
  const templates = useQuery(templatesQuery);
  const [key, setKey] = useState<TextTemplateKey>('physician');
  const [typed, setTyped] = useState<Partial<Record<TextTemplateKey, string>>>({});
  const isTyped = Object.keys(typed).length > 0;
  const leaving = useBlocker({
    shouldBlockFn: () => isTyped,
    enableBeforeUnload: () => isTyped,
    withResolver: true,
  });
  const template = templates.data?.items.find((one) => one.key === key);
  return (
    <Page
      title={text.title}
      actions={
        <Link to="/setup" className={buttonClass()}>
          {text.toSetup}
        </Link>
      }
    >
      <p className={classes.intro}>{text.what}</p>
      {templates.error !== null && (
        <>
          <Sentence>
            {text.notLoaded} {sentenceOf(templates.error)}
          </Sentence>
          <Button onClick={() => void templates.refetch()}>{text.again}</Button>
        </>
      )}
      {templates.data !== undefined && template !== undefined && (
        <>
          <div className={classes.which}>
            <Segmented
              label={text.which}
              value={key}
              options={textTemplateKeys.map((value) => ({
                value,
                label: `${text.kinds[value]}${typed[value] === undefined ? '' : ' •'}`,
              }))}
              onChange={setKey}
            />
          </div>
          <TemplateEditor
            key={key}
            template={template}
            reply={templates.data}
            typed={typed[key] ?? template.text}
            onType={(said) => {
              const { [key]: _, ...rest } = typed;
              setTyped(said === template.text ? rest : { ...rest, [key]: said });
            }}
            onKept={() => {
              const { [key]: _, ...rest } = typed;
              setTyped(rest);
            }}
          />
        </>
      )}
      {leaving.status === 'blocked' && (
        <Dialog title={text.leaveTitle} onClose={leaving.reset}>
          <p>{text.leaveText}</p>
          <Actions>
            <Button onClick={leaving.proceed}>{text.leave}</Button>
            <Button look="main" onClick={leaving.reset}>
              {text.stay}
            </Button>
          </Actions>
        </Dialog>
      )}
    </Page>
  );
}
