// The kernel and the shell know no union: no word of the glossary (docs/domain.md) in lib/ and components/.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../launch/install.mjs';

// Words of the glossary that any portal has: people, rights, messages, the shell's own parts, plain English.
const common = new Set(
  (
    'organisation,account,person,grant,session,notice,ledger,audit,workday,desk,term,class,look,counter,' +
    'exchange,offer,question,sensitive,override,roll,correction,application,place,entry,identity,draw,' +
    'inbox,review,system,task,ticket,claim,outbox,privacy,send back,move,swap,reservation,figure,division,merge,clock,provisional,import,export,segment'
  ).split(','),
);

// What still knows the union, with why it stands where it stands; the list only shrinks.
const known = {
  'lib/auth/sms-code.ts': 'the purpose a code was sent for, as it is stored',
  'lib/documents/table-stream.ts': 'names of a file format, as its standard writes them',
  'lib/env.ts': 'the variable that limits how many bookings run at once',
  'lib/http/headers.ts': 'the address of the one page with a camera',
  'lib/limits/concurrency.ts': 'reads that variable',
  'lib/search.ts': 'the addresses of the lists whose words are sealed',
  'lib/undo-settings.ts': 'the key of the setting, as it is stored',
};

/** The terms of the first table of the glossary, as words: `unit list`, `online home`. */
export function glossary(text) {
  const table = text.slice(text.indexOf('## 词汇'), text.indexOf('## 一处一词'));
  return [...table.matchAll(/^\| ([a-z][^|]*?) \|/gm)]
    .flatMap(([, names]) => names.split('/'))
    .map((name) => name.trim().replaceAll(/[_-]/g, ' '))
    .filter((name) => !common.has(name));
}

const terms = glossary(fs.readFileSync(path.join(root, 'docs', 'domain.md'), 'utf8'));
const said = new RegExp(`\\b(${terms.join('|')})s?\\b`);

/** Code as words: no comments, `unitListRows` and `unit_list_rows` both "unit list rows". */
const wordsOf = (text) =>
  text
    .replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, '')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]/g, ' ')
    .toLowerCase();

export function checkUnionWords(sources) {
  return sources
    .filter(({ file, isTest }) => /^(lib|components)\//.test(file) && !isTest)
    .filter(({ file }) => !/^components\/dev\/|^lib\/testing\/|-data\.ts$/.test(file))
    .flatMap(({ file, text }) => {
      const found = said.exec(wordsOf(text))?.[0];
      if (!found && file in known)
        return [`${file}: knows no union any more; take it off the list`];
      return found && !(file in known) ? [`${file}: says “${found}”, a word of the union`] : [];
    });
}
