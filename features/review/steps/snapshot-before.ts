import 'server-only';
import type { Application } from '@/features/applications/steps/open-application';

const remembered = [
  'status',
  'deskId',
  'step',
  'dueOn',
  'remindedAt',
  'escalatedAt',
  'openedAt',
  'openedBy',
  'decidedAt',
  'decidedBy',
  'reason',
  'sentBackFields',
] as const;
type Kept = Pick<Application, (typeof remembered)[number]>;

interface Memory extends Record<string, unknown> {
  readonly columns: Record<string, unknown>;
  /** The version the decision made: any other means that something has happened since. */
  readonly version: number;
  readonly made: Record<string, string | boolean | null>;
}

/** The columns a decision may change, as they stand; nothing that describes the person. */
export function snapshotBefore(
  application: Application,
  version: number,
  made: Memory['made'] = {},
): Memory {
  const columns = Object.fromEntries(remembered.map((name) => [name, application[name]]));
  return { columns, version, made };
}

const day = (value: unknown): Date | null => (typeof value === 'string' ? new Date(value) : null);

/**
 * What `snapshotBefore` stored, read back: days and instants, which are text in JSON, are what the
 * columns take.
 */
export function restoreBefore(stored: Record<string, unknown>): Memory & { columns: Kept } {
  const memory = stored as Memory;
  const columns = memory.columns as Kept;
  return {
    ...memory,
    columns: {
      ...columns,
      remindedAt: day(columns.remindedAt),
      escalatedAt: day(columns.escalatedAt),
      openedAt: day(columns.openedAt),
      decidedAt: day(columns.decidedAt),
    },
  };
}
