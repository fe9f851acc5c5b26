import type { Allergies, Instant, ProtocolPlan, Role, RouteKey, SessionOrigin } from '@tandem/domain';
import type { PaperLanguage } from './paper-words.ts';

/** A session that is to be written on paper, as far as it is known before it begins. */
export interface PaperSession {
  readonly client: {
    readonly familyName: string;
    readonly givenName: string;
    /** `YYYY-MM-DD`. */
    readonly birthDate: string;
    readonly sex: 'female' | 'male' | 'other' | 'unknown';
    readonly mrn: string | null;
    readonly allergies: Allergies;
  };
  readonly origin: SessionOrigin;
  readonly plannedAt: Instant;
  readonly room: string | null;
  readonly team: readonly { readonly name: string; readonly role: Role }[];
  readonly weightKg: number | null;
  readonly protocol: {
    readonly name: string;
    readonly version: number;
    readonly confirmed: boolean;
    readonly plan: ProtocolPlan;
  };
  readonly plannedDoses: readonly {
    readonly drug: string;
    readonly route: RouteKey;
    readonly amountMg: number;
  }[];
}

/** Forms of one day; behind them always one for a client whom nobody planned. */
export interface PaperInput {
  readonly clinic: { readonly name: string; readonly timeZone: string };
  readonly language: PaperLanguage;
  readonly printedAt: Instant;
  readonly printedBy: string;
  readonly sessions: readonly PaperSession[];
}
