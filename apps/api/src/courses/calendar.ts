/** One appointment of a calendar file; nothing of the client or of what it is about. */
export interface Appointment {
  readonly id: string;
  readonly atMs: number;
}

const MINUTES = 15;

/**
 * RFC 5545. A calendar goes to phones and to servers of others: it says when, and never who or why (INT-3).
 * @param nowMs when it was made, milliseconds since the epoch
 */
export function calendarFile(appointments: readonly Appointment[], nowMs: number): string {
  const events = appointments.flatMap(({ id, atMs }) => [
    'BEGIN:VEVENT',
    `UID:${id}@tandem`,
    `DTSTAMP:${stamp(nowMs)}`,
    `DTSTART:${stamp(atMs)}`,
    `DTEND:${stamp(atMs + MINUTES * 60_000)}`,
    'SUMMARY:Appointment',
    'CLASS:PRIVATE',
    'END:VEVENT',
  ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tandem//Tandem//EN',
    ...events,
    'END:VCALENDAR',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

/** "20261124T101500Z" */
function stamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}
