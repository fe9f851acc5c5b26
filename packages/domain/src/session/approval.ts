import type { DrugKey, RouteKey } from '../drugs/catalog.ts';
import type { Item, SessionState } from './state.ts';

/** What a second person confirmed with their PIN: bound to these values, for one entry, for two minutes. */
export interface Approval {
  readonly id: string;
  readonly sessionId: string;
  readonly personId: string;
  /** Who asked for it, and alone may use it. */
  readonly askedById: string;
  readonly drug: DrugKey;
  readonly micrograms: number;
  /** Null for waste, which has no route. */
  readonly route: RouteKey | null;
  /** When the PIN was typed, by the database's clock. */
  readonly atMs: number;
}

/** An approval is good for so long. */
export const APPROVAL_MS = 120_000;

const kindsWithApproval = ['dose', 'infusion-start', 'infusion-rate', 'waste'] as const;

/** Has an entry of this session used it, also one that was corrected since? Single use stays single. */
export function isApprovalUsed(state: SessionState, approvalId: string): boolean {
  return kindsWithApproval
    .flatMap((kind) => [...(state.byKind[kind] ?? [])])
    .some((position) => {
      const { entry } = state.items.at(position) as Item;
      return (entry.data as { approvalId?: string }).approvalId === approvalId;
    });
}
