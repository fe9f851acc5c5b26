import type { ClientFactsReply, Contact, Patient } from '@tandem/wire';
import { useQuery } from '@tanstack/react-query';
import { sentenceOf } from '../data/failure.ts';
import { Button } from '../ui/button.tsx';
import { Sentence } from '../ui/page.tsx';
import { words } from '../words/list-pages.ts';
import { clientFactsQuery } from './client-calls.ts';
import classes from './client-facts.module.css';
import { ContactsForm } from './contacts-form.tsx';
import { FactGroup } from './fact-group.tsx';
import { MedicinesForm } from './medicines-form.tsx';

const text = words.client;

/** What stands in the client's record beside the sessions, by whom and since when. Nothing entered is said. */
export function ClientFacts({ patient }: { readonly patient: Patient }) {
  const { id, language } = patient;
  const facts = useQuery(clientFactsQuery(id));
  const { medicines, contacts } = facts.data ?? asInRecord(patient);
  return (
    <aside className={classes.facts} aria-label={text.known}>
      {facts.error !== null && facts.data === undefined && (
        <div className={classes.group}>
          <Sentence>
            {text.facts.notLoaded} {sentenceOf(facts.error)}{' '}
            <Button small onClick={() => void facts.refetch()}>
              {words.failed.again}
            </Button>
          </Sentence>
        </div>
      )}
      <FactGroup
        title={text.medicines}
        none={text.noMedicines}
        versions={medicines}
        isRead={facts.data !== undefined}
        keyOf={(medicine) => medicine}
        show={(medicine) => medicine}
        form={(close) => <MedicinesForm clientId={id} versions={medicines} onClose={close} />}
      />
      <FactGroup
        title={text.contacts}
        none={text.noContacts}
        versions={contacts}
        isRead={facts.data !== undefined}
        keyOf={(contact) => JSON.stringify(contact)}
        show={(contact) => <ContactLine contact={contact} />}
        form={(close) => <ContactsForm clientId={id} versions={contacts} onClose={close} />}
      />
      <section className={classes.group} aria-label={text.language}>
        <h2 className={classes.title}>{text.language}</h2>
        <p className={language === null ? classes.none : undefined}>{language ?? text.noLanguage}</p>
      </section>
    </aside>
  );
}

/** The lists alone, until it is read who wrote them. */
function asInRecord({ medicines, contacts, createdAt }: Patient): ClientFactsReply {
  const version = { revision: 0, at: createdAt, by: null };
  return {
    medicines: [{ ...version, items: medicines }],
    contacts: [{ ...version, items: contacts as unknown as Contact[] }],
  };
}

function ContactLine({ contact }: { contact: Contact }) {
  const { name, relation, phone, email } = contact;
  return (
    <>
      <strong>{name}</strong>
      {relation !== undefined && <span className={classes.quiet}>{relation}</span>}
      {phone !== undefined && <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>}
      {email !== undefined && <a href={`mailto:${email}`}>{email}</a>}
    </>
  );
}
