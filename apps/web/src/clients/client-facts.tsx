import type { Patient } from '@tandem/wire';
import type { ReactNode } from 'react';
import { words } from '../words/list-pages.ts';
import classes from './client-facts.module.css';

const text = words.client;

/** What stands in the client's record beside the sessions. Nothing entered is said, never left blank. */
export function ClientFacts({ patient }: { readonly patient: Patient }) {
  const { medicines, contacts, language } = patient;
  return (
    <aside className={classes.facts}>
      <Group title={text.medicines} none={medicines.length === 0 ? text.noMedicines : null}>
        <ul>
          {medicines.map((medicine) => (
            <li key={medicine}>{medicine}</li>
          ))}
        </ul>
      </Group>
      <Group title={text.contacts} none={contacts.length === 0 ? text.noContacts : null}>
        <ul>
          {contacts.map((contact) => (
            <li key={JSON.stringify(contact)}>
              <Contact contact={contact} />
            </li>
          ))}
        </ul>
      </Group>
      <Group title={text.language} none={language === null ? text.noLanguage : null}>
        <p>{language}</p>
      </Group>
    </aside>
  );
}

function Group(props: { title: string; none: string | null; children: ReactNode }) {
  return (
    <section className={classes.group}>
      <h2 className={classes.title}>{props.title}</h2>
      {props.none === null ? props.children : <p className={classes.none}>{props.none}</p>}
    </section>
  );
}

function Contact({ contact }: { contact: Patient['contacts'][number] }) {
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
