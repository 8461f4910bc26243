import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../demo';
import { actors, allVisitors } from '../matrix/actors';
import { handlerRows } from '../matrix/expectations/handlers';
import { pageRows } from '../matrix/expectations/pages';
import { findPlaces, type Places } from '../matrix/places';
import { ask } from './ask';

/** Written where a person or an officer writes: it must come out as text, whoever looks (N19). */
const tag = 'lxmark';
const corpus = [
  `<img src=x onerror=${tag}()>`,
  `<script>${tag}()</script>`,
  `"><svg/onload=${tag}()>`,
  `</script><b>${tag}`,
  `javascript:${tag}()`,
];
const texts: Record<string, readonly string[]> = {
  offerings: ['title', 'summary', 'contact_name', 'cancel_reason'],
  offering_sessions: ['title', 'place'],
  notices: ['title', 'body'],
  membership_applications: ['decision_note'],
  application_events: ['note'],
  booking_events: ['note'],
  bookings: ['attendee_masked'],
  employers: ['name'],
  foundings: ['name', 'contact_name', 'preparing_group', 'purpose'],
  founding_candidates: ['name', 'withdrawn_reason'],
  founding_actions: ['document_no'],
  secondments: ['host_name', 'reason', 'end_reason'],
  union_terms: ['document_no'],
  union_term_extensions: ['asked_no', 'reason', 'decided_no', 'answer'],
  union_offices: ['name', 'document_no'],
  segments: ['name', 'creator_label'],
  venues: ['name', 'address', 'closed_reason'],
  duplicate_pairs: ['reason'],
  record_merges: ['reason', 'undo_reason'],
  children: ['school'],
  sessions: ['device'],
  audit_entries: ['actor_label', 'reason'],
};

/** The columns of `texts` that exist; a renamed one is noticed by the count below. */
async function columnsOf(): Promise<{ table: string; column: string }[]> {
  const found = await sql()<{ table: string; column: string }[]>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and data_type = 'text'`;
  return found.filter(({ table, column }) => texts[table]?.includes(column));
}

async function writeEverywhere() {
  const columns = await columnsOf();
  await sql().begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const [n, { table, column }] of columns.entries()) {
      const text = corpus[n % corpus.length] ?? '';
      // Two venues or segments of one organisation have two names.
      const own = table === 'venues' || table === 'segments' ? tx`|| right(id::text, 6)` : tx``;
      await tx`update ${tx(table)} set ${tx(column)} = ${text}::text ${own} where ${tx(column)} is not null`;
    }
  });
  return columns.length;
}

let places: Places;
beforeAll(async () => {
  places = await findPlaces();
});

/** Text that a browser would run or draw; in scripts of ours `<` stands as \\u003c, in text as &lt;. */
const alive = new RegExp(
  `<img src=x onerror|<script>${tag}|<svg/onload|</script><b>${tag}|(href|src|action)=["']?javascript:${tag}`,
  'i',
);

describe('what people wrote is shown as text (N19)', () => {
  test('on every page, to everyone who may open it', async () => {
    // Of this moment: forms sent before have ended some sessions of the beginning.
    const visitors = await allVisitors();
    expect(await writeEverywhere()).toBeGreaterThan(12);
    let shown = 0;
    for (const [route, row] of Object.entries({ ...pageRows, ...handlerRows })) {
      if (route.startsWith('POST')) continue;
      const path = row.at?.(places) ?? route.replace('GET ', '');
      const allowed = actors.filter((one) => row.gets[one] === 'ok');
      // The lowest and the highest who may: what they see differs most.
      for (const actor of new Set([allowed[0], allowed.at(-1)])) {
        if (!actor) continue;
        const answer = await ask(path, { cookie: visitors[actor].cookie });
        expect(answer.status, path).toBeLessThan(500);
        if (answer.body.includes(tag)) shown += 1;
        if (!String(answer.headers['content-type']).includes('text/html')) continue;
        expect(alive.exec(answer.body)?.[0], `${path} as ${actor}`).toBeUndefined();
      }
    }
    // The marks were really on the screens, or nothing was proved.
    expect(shown).toBeGreaterThan(25);
  }, 240_000);
});
