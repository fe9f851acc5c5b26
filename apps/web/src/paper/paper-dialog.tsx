import { TextInput } from '@mantine/core';
import { daySchema } from '@tandem/domain';
import { PAPER_FORMS_HEADER, PAPER_LEFT_OUT_HEADER } from '@tandem/wire';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { granted } from '../data/api.ts';
import { serverNowMs } from '../data/clock.ts';
import { sentenceOf } from '../data/failure.ts';
import { useMe } from '../data/me.ts';
import { dayOf } from '../data/zone.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Actions, Dialog } from '../ui/dialog.tsx';
import { download } from '../ui/download.ts';
import { dayWords } from '../ui/names.ts';
import { Sentence } from '../ui/page.tsx';
import { chosenLanguage, type Language, languageNames } from '../words/language.ts';
import { paperWords as text } from '../words/paper-words.ts';
import classes from './paper.module.css';

/** What this says, for another language to be laid over. */
export const english = { paper: text };

/** A sheet takes the server a quarter of a second. */
const LIMIT_MS = 60_000;
const languages = Object.entries(languageNames).map(([value, label]) => ({
  value: value as Language,
  label,
}));

/** Forms of a day as a file to print, also of one that has not begun. */
export function PaperDialog({ onClose }: { onClose(): void }) {
  const { clinic } = useMe();
  const [date, setDate] = useState(() => dayOf(serverNowMs(), clinic.timeZone));
  const [language, setLanguage] = useState(chosenLanguage);
  const isDay = daySchema.safeParse(date).success;
  const making = useMutation({
    mutationFn: async () => {
      const path = `/paper-forms?date=${date}&language=${language}`;
      const reply = await granted({ method: 'GET', path, limitMs: LIMIT_MS });
      download(`tandem-paper-${date}.pdf`, await reply.blob());
      const count = (header: string) => Number(reply.headers.get(header) ?? 0);
      return { forms: count(PAPER_FORMS_HEADER), leftOut: count(PAPER_LEFT_OUT_HEADER) };
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isDay) making.mutate();
  }
  return (
    <Dialog title={text.title} onClose={onClose}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <p>{text.why}</p>
        <p>{text.what}</p>
        <p>{text.afterwards}</p>
        <div className={classes.fields}>
          <TextInput
            label={text.date}
            type="date"
            description={isDay ? dayWords(date) : undefined}
            error={isDay ? undefined : text.badDate}
            value={date}
            onChange={(event) => {
              making.reset();
              setDate(event.currentTarget.value);
            }}
          />
          <Choice label={text.language} value={language} options={languages} onChange={setLanguage} />
        </div>
        <p role="status" className={classes.said}>
          {making.isPending && text.making}
          {making.isSuccess && text.made(making.data.forms)}
          {making.isSuccess && making.data.leftOut > 0 && ` ${text.leftOut(making.data.leftOut)}`}
        </p>
        {making.error !== null && <Sentence>{sentenceOf(making.error)}</Sentence>}
        <Actions>
          <Button onClick={onClose}>{text.close}</Button>
          <Button type="submit" look="main" disabled={making.isPending || !isDay}>
            {text.make}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
