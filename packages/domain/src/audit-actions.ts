/** What an act is about: the choices of a filter. */
export const auditGroups = {
  'sign-in': 'Sign-in',
  reading: 'Opening charts',
  clients: 'Clients and consents',
  medicine: 'Medicine and second persons',
  record: 'The record',
  protocols: 'Protocols',
  'process-notes': 'Process notes',
  people: 'People',
  setup: 'Setup and screens',
  audit: 'The audit itself',
} as const;
export type AuditGroup = keyof typeof auditGroups;
export const auditGroupKeys = Object.keys(auditGroups) as [AuditGroup, ...AuditGroup[]];

interface ActionRow {
  readonly group: AuditGroup;
  readonly label: string;
  /** An event of the installation, with nothing of a client in it: an admin sees these alone. */
  readonly technical?: true;
}

/**
 * The one list of acts that are kept in the audit. An append is its own row, in the log; what is here is everything
 * else that somebody did or was refused.
 */
export const auditActions = {
  'sign-in': { group: 'sign-in', label: 'Signed in', technical: true },
  'sign-out': { group: 'sign-in', label: 'Signed out', technical: true },
  'act-as': { group: 'sign-in', label: 'Changed the role acted in', technical: true },
  unlock: { group: 'sign-in', label: 'Unlocked the screen', technical: true },
  'unlock.emergency': { group: 'sign-in', label: 'Unlocked the screen for an emergency', technical: true },
  'pin.set': { group: 'sign-in', label: 'Set a PIN', technical: true },
  'pin.check': { group: 'sign-in', label: 'PIN asked for', technical: true },
  confirm: { group: 'sign-in', label: 'Password asked for again', technical: true },
  'password.change': { group: 'sign-in', label: 'Changed the own password', technical: true },
  'second-factor.set': { group: 'sign-in', label: 'Set up a second factor', technical: true },
  'second-factor.new-codes': { group: 'sign-in', label: 'Made new recovery codes', technical: true },
  'second-factor.off': { group: 'sign-in', label: 'Turned the own second factor off', technical: true },
  'login.end': { group: 'sign-in', label: 'Ended an own login elsewhere', technical: true },
  'logins.end-others': { group: 'sign-in', label: 'Ended all other own logins', technical: true },
  'drill.start': { group: 'record', label: 'Started a drill' },
  'drill.stop': { group: 'record', label: 'Stopped a drill' },
  'session.read': { group: 'reading', label: 'Opened a session' },
  'session.export': { group: 'record', label: 'Exported a session' },
  'paper-forms.print': { group: 'record', label: 'Made forms on paper' },
  'sessions.export': { group: 'record', label: 'Exported a list of sessions' },
  'notes.search': { group: 'reading', label: 'Looked for words in notes' },
  'patient.read': { group: 'reading', label: 'Opened a client' },
  'break-glass.open': { group: 'reading', label: 'Opened a session without being on its team' },
  'break-glass.review': { group: 'reading', label: 'Reviewed an opening of a session' },
  'patient.create': { group: 'clients', label: 'Added a client' },
  'patient.medicines': { group: 'clients', label: 'Changed the medicines of a client' },
  'patient.contacts': { group: 'clients', label: 'Changed the contacts of a client' },
  'consent.create': { group: 'clients', label: 'Recorded a consent' },
  'consent.withdraw': { group: 'clients', label: 'Withdrew a consent' },
  'dose.approve': { group: 'medicine', label: 'Confirmed as second person' },
  'vial.open': { group: 'medicine', label: 'Opened a vial' },
  'vial.count': { group: 'medicine', label: 'Counted a vial' },
  'entry-id-reused': { group: 'record', label: 'Sent other content under a known id' },
  'entries.adopted': { group: 'record', label: 'Took over entries of somebody who left' },
  'protocol.create': { group: 'protocols', label: 'Drafted a protocol version' },
  'protocol.confirm': { group: 'protocols', label: 'Confirmed a protocol version' },
  'redaction.ask': { group: 'record', label: 'Asked for a text to be removed' },
  'redaction.agree': { group: 'record', label: 'Removed a text' },
  'redaction.refuse': { group: 'record', label: 'Refused to remove a text' },
  'process-note.save': { group: 'process-notes', label: 'Saved a process note' },
  'process-note-release.ask': { group: 'process-notes', label: 'Asked for a release of process notes' },
  'process-note-release.agree': { group: 'process-notes', label: 'Agreed to a release of process notes' },
  'process-note-release.refuse': { group: 'process-notes', label: 'Refused a release of process notes' },
  'process-note-release.end': { group: 'process-notes', label: 'Closed a release of process notes' },
  'process-note-release.read': { group: 'process-notes', label: 'Read process notes under a release' },
  'invitation.make': { group: 'people', label: 'Invited somebody', technical: true },
  'invitation.renew': { group: 'people', label: 'Made a new invitation link', technical: true },
  'invitation.withdraw': { group: 'people', label: 'Withdrew an invitation', technical: true },
  'invitation.accept': { group: 'people', label: 'Accepted an invitation', technical: true },
  'person.roles': { group: 'people', label: 'Changed the roles of a person', technical: true },
  'person.disable': { group: 'people', label: 'Disabled a person', technical: true },
  'person.enable': { group: 'people', label: 'Enabled a person again', technical: true },
  'second-factor.reset': { group: 'people', label: 'Reset the second factor of a person', technical: true },
  'logins.end': { group: 'people', label: 'Signed a person out everywhere', technical: true },
  'display.pair': { group: 'setup', label: 'Paired a screen', technical: true },
  'display.unpair': { group: 'setup', label: 'Unpaired a screen', technical: true },
  'display.set-calm': { group: 'setup', label: 'Set a screen to calm', technical: true },
  'display.set-staff-side': { group: 'setup', label: 'Set a screen to staff side', technical: true },
  'display.set-off': { group: 'setup', label: 'Set a screen to off', technical: true },
  'clinic.estimate-on': { group: 'setup', label: 'Turned the estimate on', technical: true },
  'clinic.estimate-off': { group: 'setup', label: 'Turned the estimate off', technical: true },
  'clinic.text-template': { group: 'setup', label: 'Changed a text template', technical: true },
  'instrument.add': { group: 'setup', label: 'Added a questionnaire', technical: true },
  'instrument.retire': { group: 'setup', label: 'Stopped offering a questionnaire', technical: true },
  'instrument.restore': { group: 'setup', label: 'Offers a questionnaire again', technical: true },
  'clinic.offline-on': { group: 'setup', label: 'Allowed offline mode', technical: true },
  'clinic.offline-off': { group: 'setup', label: 'Turned offline mode off', technical: true },
  'clinic.team-only-on': { group: 'setup', label: 'Turned "team only" on', technical: true },
  'clinic.team-only-off': { group: 'setup', label: 'Turned "team only" off', technical: true },
  'clinic.lock': { group: 'setup', label: 'Changed when screens lock', technical: true },
  'clinic.live-lock': {
    group: 'setup',
    label: 'Changed when screens in a running room lock',
    technical: true,
  },
  'clinic.retention': { group: 'setup', label: 'Changed how long records are kept', technical: true },
  'clinic.name': { group: 'setup', label: 'Renamed the clinic', technical: true },
  'clinic.time-zone': { group: 'setup', label: 'Changed the time zone', technical: true },
  'room.add': { group: 'setup', label: 'Added a room', technical: true },
  'room.rename': { group: 'setup', label: 'Renamed a room', technical: true },
  'room.order': { group: 'setup', label: 'Changed the order of the rooms', technical: true },
  'room.retire': { group: 'setup', label: 'Retired a room', technical: true },
  'room.restore': { group: 'setup', label: 'Took a room into use again', technical: true },
  'audit.export': { group: 'audit', label: 'Exported the audit', technical: true },
} as const satisfies Record<string, ActionRow>;

export type AuditAction = keyof typeof auditActions;
export const auditActionKeys = Object.keys(auditActions) as AuditAction[];

const rowOf = (action: AuditAction): ActionRow => auditActions[action];

/** Acts of a group; with `technical` those alone that an admin may see. */
export function actionsIn(groups: readonly AuditGroup[], technical: boolean): AuditAction[] {
  return auditActionKeys.filter(
    (action) => groups.includes(rowOf(action).group) && (!technical || rowOf(action).technical === true),
  );
}

export const technicalActions: readonly AuditAction[] = actionsIn(auditGroupKeys, true);

/** In words; an act that this version does not know, and what was refused, by its code. */
export function actionLabel(action: string): string {
  return Object.hasOwn(auditActions, action) ? rowOf(action as AuditAction).label : action;
}
