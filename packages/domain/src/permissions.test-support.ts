import type { Operation, Relation } from './permissions.ts';
import { type Role, roles } from './roles.ts';
import type { SessionStatus } from './session/status.ts';

export const letters: Readonly<Record<Role, string>> = {
  physician: 'P',
  nurse: 'N',
  therapist: 'T',
  lead: 'L',
  admin: 'A',
};
/** "PNT": the roles for which it holds, one letter each. */
export const lettersOf = (holds: (role: Role) => boolean) =>
  roles
    .filter(holds)
    .map((role) => letters[role])
    .join('');

/** reliability.md 5, said a second time: who may, in each state of a session, with what is not theirs ("-" nobody). */
const anyone = `
                          planned  in-progress  ended  signed  cancelled
board.read                PNTL     PNTL         PNTL   PNTL    PNTL
patient.read              PNTL     PNTL         PNTL   PNTL    PNTL
patient.write             PNTL     PNTL         PNTL   PNTL    PNTL
protocol.read             PNTL     PNTL         PNTL   PNTL    PNTL
protocol.draft            PL       PL           PL     PL      PL
protocol.confirm          P        P            P      P       P
people.read               PNTLA    PNTLA        PNTLA  PNTLA   PNTLA
clinic.read               TA       TA           TA     TA      TA
clinic.write              A        A            A      A       A
rooms.read                PNTLA    PNTLA        PNTLA  PNTLA   PNTLA
session.list              PNTL     PNTL         PNTL   PNTL    PNTL
insights.read             L        L            L      L       L
session.read              PNTL     PNT          PNTL   PNTL    PNTL
session.plan              PNT      PNT          PNT    PNT     PNT
session.run               PT       PT           PT     PT      PT
session.sign              PT       PT           PT     PT      PT
session.close             L        L            L      L       L
session.addendum          PT       PT           PT     PT      PT
break-glass.open          PNT      PNT          PNT    PNT     PNT
break-glass.review        L        L            L      L       L
session.export            PT       PT           PTL    PTL     PTL
presence.read             PNTL     PNT          PNTL   PNTL    PNTL
presence.write            PNTL     PNT          PNTL   PNTL    PNTL
outbox.adopt              L        L            L      L       L
vitals.read               PNT      PNT          PNTL   PNTL    PNTL
vitals.write              PNT      PNT          PNT    PNT     PNT
vitals.correct            P        P            P      P       P
events.read               PNT      PNT          PNTL   PNTL    PNTL
events.write              PNT      PNT          PNT    PNT     PNT
events.correct            P        P            P      P       P
acknowledgements.correct  -        -            -      -       -
doses.read                PNT      PNT          PNTL   PNTL    PNTL
doses.write               PN       PN           PN     PN      PN
doses.correct             P        P            P      P       P
doses.order               P        P            P      P       P
doses.override            P        P            P      P       P
doses.approve             PN       PN           PN     PN      PN
vials.read                PNL      PNL          PNL    PNL     PNL
vials.write               PN       PN           PN     PN      PN
notes.read                PNT      PNT          PNT    PNTL    PNT
notes.write               PNT      PNT          PNT    PNT     PNT
notes.write-any           PT       PT           PT     PT      PT
notes.correct             -        -            -      -       -
arc.read                  PNT      PNT          PNTL   PNTL    PNTL
arc.write                 PT       PT           PT     PT      PT
arc.correct               -        -            -      -       -
handovers.read            PNT      PNT          PNTL   PNTL    PNTL
handovers.write           PNT      PNT          PNT    PNT     PNT
handovers.correct         -        -            -      -       -
process-notes.read        -        -            -      -       -
process-notes.write       -        -            -      -       -
process-notes.releases    PTL      PTL          PTL    PTL     PTL
process-notes.ask         L        L            L      L       L
process-notes.agree       PL       PL           PL     PL      PL
course.read               PNTL     PNTL         PNTL   PNTL    PNTL
course.write              PT       PT           PT     PT      PT
instruments.write         LA       LA           LA     LA      LA
audit.read                L        L            L      L       L
audit.technical           LA       LA           LA     LA      LA
health.read               LA       LA           LA     LA      LA
redactions.ask            L        L            L      L       L
redactions.decide         L        L            L      L       L
drills.run                PL       PL           PL     PL      PL
displays.write            PNTLA    PNTLA        PNTLA  PNTLA   PNTLA
`;

/** Who else may, in every state, with what is of a session whose team they are on, and with what they made. */
const nearer: { readonly [Name in Operation]?: { readonly team?: string; readonly own: string } } = {
  'vitals.correct': { own: 'NT' },
  'events.correct': { own: 'NT' },
  'acknowledgements.correct': { own: 'PNT' },
  'doses.correct': { own: 'N' },
  'notes.correct': { own: 'PNT' },
  'arc.correct': { own: 'PT' },
  'handovers.correct': { own: 'PNT' },
  'redactions.ask': { own: 'PNTL' },
  'process-notes.read': { own: 'T' },
  'process-notes.write': { own: 'T' },
  'audit.read': { team: 'P', own: 'PNT' },
};

const [header = [], ...lines] = anyone
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const said = new Map(lines.map(([operation = '', ...cells]) => [operation, cells]));

export const operationsSaid = [...said.keys()] as Operation[];

/** The roles that may, one letter each. */
export function expected(operation: Operation, status: SessionStatus, relation: Relation): string {
  const cell = said.get(operation)?.[header.indexOf(status)] ?? '';
  const more = relation === 'any' ? '' : (nearer[operation]?.[relation] ?? '');
  return lettersOf((role) => `${cell}${more}`.includes(letters[role]));
}

/** The same of what a clinic that shows sessions to their team alone asks instead. */
const ofTeam = { planned: 'L', 'in-progress': '', ended: 'L', signed: 'L', cancelled: 'L' } as const;
export const teamOnlySaid = ['session.read', 'presence.read', 'presence.write'] as const;
export function expectedOfTeam(status: SessionStatus, relation: Relation): string {
  return lettersOf((role) => `${ofTeam[status]}${relation === 'any' ? '' : 'PNT'}`.includes(letters[role]));
}

/** What stands under this role's letter in some state, or for what it made itself. */
export function saidEver(role: Role): Operation[] {
  return operationsSaid.filter((operation) =>
    [...(said.get(operation) ?? []), nearer[operation]?.own ?? ''].some((cell) =>
      cell.includes(letters[role]),
    ),
  );
}
