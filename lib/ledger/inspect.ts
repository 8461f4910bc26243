import 'server-only';
import fs from 'node:fs/promises';
import { asc, sql } from 'drizzle-orm';
import { auditSeals } from '@/db/schema/kernel';
import type { Ctx } from '../ctx';
import { readAsSystem } from '../transaction';
import { isOurs, type Seal, sealFile, sealOf } from './seal';

export interface Fault {
  /** The chain, null when a seal itself is at fault. */
  readonly shard: number | null;
  readonly id: string | null;
  /** The day of the seal that tells it. */
  readonly onDay: string | null;
  readonly problem: 'changed' | 'gap' | 'tail' | 'rewritten' | 'cut' | 'forged' | 'unsealed';
}

export interface LedgerReport {
  entries: number;
  broken: Fault[];
  /** The newest night that was signed, and its code, to be compared with a copy. */
  sealed: { onDay: string; code: string }[];
}

/** As many nights as the page shows. */
const SHOWN = 7;

/** Lines of the file beside the database; none where it was never written. */
async function sealsOfFile(): Promise<(Seal | null)[]> {
  const text = await fs.readFile(sealFile(), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').filter(Boolean).map(parsed);
}

function parsed(line: string): Seal | null {
  try {
    return JSON.parse(line) as Seal;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const fault = (problem: Fault['problem'], onDay: string | null): Fault => ({
  shard: null,
  id: null,
  onDay,
  problem,
});

/** Seals that nobody of ours made, that do not follow the one before, or that only the file still has. */
function faultsOfSeals(stored: readonly Seal[], filed: readonly (Seal | null)[]): Fault[] {
  const known = new Set(stored.map((seal) => seal.signature));
  const faults: Fault[] = [];
  stored.forEach((seal, at) => {
    if (!isOurs(seal)) faults.push(fault('forged', seal.onDay));
    else if (at > 0 && seal.previous !== stored[at - 1]?.signature)
      faults.push(fault('unsealed', seal.onDay));
  });
  for (const seal of filed) {
    if (!seal || !isOurs(seal)) faults.push(fault('forged', seal?.onDay ?? null));
    else if (!known.has(seal.signature)) faults.push(fault('unsealed', seal.onDay));
  }
  return faults;
}

/** Lines that a night's seal names and that are no longer what they were: the first of each chain. */
async function faultsOfHeads({ db }: Ctx, seals: readonly Seal[]): Promise<Fault[]> {
  const named = seals.flatMap(({ onDay, heads }) => heads.map((head) => ({ ...head, onDay })));
  const rows = await db.execute<{ shard: number; id: string; on_day: string; there: boolean }>(sql`
    select distinct on (h.shard) h.shard, h.id::text as id, h."onDay" as on_day, e.id is not null as there
    from jsonb_to_recordset(${JSON.stringify(named)}::jsonb)
      as h(shard smallint, id bigint, hash text, "onDay" text)
    left join audit_entries e on e.id = h.id and e.shard = h.shard
    where e.hash is distinct from h.hash order by h.shard, h.id`);
  return rows.map(({ shard, id, on_day, there }) => ({
    shard,
    id,
    onDay: on_day,
    problem: there ? 'rewritten' : 'cut',
  }));
}

/**
 * Walks the sixteen chains of the ledger, computes every hash again, and compares what was signed each
 * night, in the database and in the file beside it. Whoever may see the result is the caller's to decide.
 */
export function inspectLedger(ctx: Ctx): Promise<LedgerReport> {
  return readAsSystem(ctx, async (systemTx) => {
    const { db } = systemTx;
    const [count] = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from audit_entries`,
    );
    const walked = await db.execute<Omit<Fault, 'onDay'>>(
      sql`select shard, id::text, problem from broken_audit_entries()`,
    );
    const stored = (await db.select().from(auditSeals).orderBy(asc(auditSeals.onDay))).map(sealOf);
    const filed = await sealsOfFile();
    const ours = [...stored, ...filed].filter((seal) => seal !== null).filter(isOurs);
    return {
      entries: count?.n ?? 0,
      broken: [
        ...walked.map((one) => ({ ...one, onDay: null })),
        ...(await faultsOfHeads(systemTx, ours)),
        ...faultsOfSeals(stored, filed),
      ],
      sealed: stored
        .slice(-SHOWN)
        .reverse()
        .map(({ onDay, signature }) => ({ onDay, code: signature.slice(0, 24) })),
    };
  });
}
