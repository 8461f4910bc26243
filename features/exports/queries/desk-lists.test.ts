import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listNames } from '../schema/export-list';

const desk = 'app/(admin)/desk';
/** Lists of the desk that nobody takes out here, and why not. */
const reasons: Record<string, string> = {
  '/desk/appeals': 'absences and their excuses: answered here, told to the person alone',
  '/desk/audit': 'the ledger proves itself by its chain; a copy of some lines proves nothing',
  '/desk/bulk': 'own runs of the last days, each a few lines that open into the cases',
  '/desk/bulk/[run]': 'the cases of one run, all of them in the list of 审批',
  '/desk/corrections':
    'wrong names and documents with photographs of proof stay where they are corrected',
  '/desk/duplicates': 'pairs that may be one person, looked at side by side and decided one by one',
  '/desk/figures': 'has its own file of the whole table (/api/desk/figures)',
  '/desk/figures/rows':
    'who was examined or whose child went where, each look on record; whole ones in 导出名册',
  '/desk/first-steps/sms': 'texts of messages, which are settings',
  '/desk/foundings/[id]': 'one founding; its papers are printed (/api/desk/foundings/[id]/papers)',
  '/desk/hospital': 'the hospital sees its day and prints it; no list of a hospital leaves',
  '/desk/imports/[id]': 'has its own workbook with a column of errors (/api/desk/imports/[id])',
  '/desk/terms/missing': 'what is still to be entered, empty when the work is done',
  '/desk/messages': 'what is to be sent again, empty when the work is done',
  '/desk/offerings/[id]/certificates': 'certificates are printed (/api/desk/certificates)',
  '/desk/offerings/[id]/closing': 'what one offering is closed with, on one page',
  '/desk/offerings/[id]/closing/follow-ups': 'absent people who are rung up one by one',
  '/desk/offerings/[id]/conditions': 'rules of one offering and whom they leave out, by number',
  '/desk/offerings/[id]/conditions/edit': 'a form',
  '/desk/offerings/[id]/draw': 'is published and can be checked by everybody as a whole',
  '/desk/offerings/[id]/messages': 'messages of one offering',
  '/desk/offerings/[id]/messages/[message]': 'receipts of one message',
  '/desk/offerings/[id]/questions': 'answers are columns of 导出名册',
  '/desk/offerings/[id]/questions/answers/[booking]': 'one person',
  '/desk/offerings/[id]/roll': 'has its own export (/api/desk/rolls/[session])',
  '/desk/offerings/[id]/sessions/[session]/conditions': 'rules of one session',
  '/desk/offerings/[id]/settings': 'a form',
  '/desk/offerings/[id]/settings/merge': 'a form',
  '/desk/offerings/[id]/waitlist':
    'an order that changes by the minute; it stands in the list of 报名 by its state',
  '/desk/organisations/[id]/offices': 'one union; the terms of all are in 任期与证书到期',
  '/desk/organisations/employers/paste': 'a form',
  '/desk/organisations/paste': 'a form',
  '/desk/purges': 'proofs of deletion, each a page to print',
  '/desk/purges/[id]': 'one proof, to print',
  '/desk/ratings': 'nobody may learn who rated',
  '/desk/register/due': 'numbers by town, each opening the list of 企业台账 that leaves as a file',
  '/desk/returns': 'what a hospital asked people back for',
  '/desk/roles': 'who may do what is looked up and changed here only',
  '/desk/secondments': 'a few members who work elsewhere for some months, each on their own page',
  '/desk/segments': 'filters, each opening its members; no row of anybody',
  '/desk/segments/[id]/messages/[message]': 'receipts of one message',
  '/desk/segments/[id]': 'members as 会员 lists them, whose list leaves as a file',
  '/desk/union-figures': 'has its own file of the whole table (/api/desk/union-figures)',
  '/desk/unit': 'the start of a small unit; its lists have pages of their own',
  '/desk/unit-lists': 'lists handed in by one unit; each has its own file',
  '/desk/unit-lists/[id]': 'has its own file (/api/desk/unit-lists/[list])',
  '/desk/venues': 'a few dozen places, public with their addresses',
  '/desk/weekly': 'one page a week, to print',
  '/desk/who': 'one person looked up at the counter',
};

const isList = /\b(DataTable|CaseTable|Pagination|LoadMore)\b/;
const pages = readdirSync(desk, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('page.tsx'),
);

/** The components that a file shows, of any room, through all that they show themselves. */
function shown(file: string, seen = new Set<string>()): Set<string> {
  const source = readFileSync(file, 'utf8');
  for (const [, from = ''] of source.matchAll(/from '([@.][^']+)'/g)) {
    const path = from.startsWith('@/') ? from.slice(2) : join(dirname(file), from);
    const found = `${path}.tsx`;
    if (!/(^|\/)components\/|^features\//.test(path) || !existsSync(found) || seen.has(found))
      continue;
    if (path.startsWith('components/')) continue;
    seen.add(found);
    shown(found, seen);
  }
  return seen;
}

const addressOf = (page: string) => `/desk/${dirname(page)}`.replace(/\/\.$/, '');
const lists = pages.filter((page) =>
  [join(desk, page), ...shown(join(desk, page))].some((file) =>
    isList.test(readFileSync(file, 'utf8')),
  ),
);
const exported = (page: string) =>
  [...readFileSync(join(desk, page), 'utf8').matchAll(/<ListExport[^>]*\blist="(\w+)"/g)].map(
    ([, name = '']) => name,
  );

describe('a list of the desk', () => {
  it.each(lists.map((page) => [addressOf(page), page] as const))(
    '%s leaves as it is shown, or it is written why not',
    (address, page) => {
      expect([exported(page).length > 0, reasons[address] !== undefined]).toEqual(
        reasons[address] === undefined ? [true, false] : [false, true],
      );
    },
  );

  it('is named once: a reason belongs to a page that lists, an export stands on one page', () => {
    const addresses = lists.map(addressOf);
    expect(Object.keys(reasons).filter((address) => !addresses.includes(address))).toEqual([]);
    expect(pages.flatMap(exported).sort()).toEqual([...listNames].sort());
  });
});
