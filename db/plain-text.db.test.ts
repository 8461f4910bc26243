import { afterEach, describe, expect, it } from 'vitest';
import { arrange } from './factories/arrange';
import { aTree } from './factories/organisations';
import { sqlAsOwner } from './testing';

/** Columns of text that no check of their table looks at. */
const unguarded = async () => {
  const rows = await sqlAsOwner()<{ name: string }[]>`
    select c.relname || '.' || a.attname as name
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and format_type(a.atttypid, null) in ('text', 'character varying', 'jsonb', 'text[]')
      and not exists (select 1 from pg_constraint p where p.conrelid = c.oid
        and p.conname like '%\\_plain\\_text' and a.attnum = any (p.conkey))
    order by 1`;
  return rows.map((row) => row.name);
};

const plain = async (text: string) => {
  const [row] = await sqlAsOwner()<{ plain: boolean }[]>`select is_plain_text(${text}) as plain`;
  return row?.plain;
};

describe('text in the database', () => {
  afterEach(() => sqlAsOwner()`drop table if exists stray_notes`);

  it('is looked at in every column of every table', async () => {
    expect(await unguarded()).toEqual([]);
  });

  it('in a table made later is found unguarded, and guarded by the next migration', async () => {
    await sqlAsOwner()`create table stray_notes (id int, note text)`;
    expect(await unguarded()).toEqual(['stray_notes.note']);
    await sqlAsOwner()`select guard_text_columns()`;
    await sqlAsOwner()`alter table stray_notes add column more jsonb`;
    await sqlAsOwner()`select guard_text_columns()`;
    expect(await unguarded()).toEqual([]);
    const insert = sqlAsOwner()`insert into stray_notes (note) values ('插花' || chr(8238) || '班')`;
    await expect(insert).rejects.toMatchObject({ constraint_name: 'stray_notes_plain_text' });
  });

  it.each([
    ['插花\u202Efdp.exe', false],
    ['\u2067甲', false],
    ['甲\uFFFD', false],
    ['\u200B', false],
    [`o${'\u0301'.repeat(40)}`, false],
    ['', true],
    ['买买提·艾力 𠮷 侮 👩‍👩‍👧', true],
    ['a\u0301o\u0302\u0301', true],
  ])('%j is plain: %s', async (text, expected) => {
    expect(await plain(text)).toBe(expected);
  });

  it('refuses a name that is shown turned round, whichever way it comes', async () => {
    const rename = arrange(async (tx) => {
      const { union } = await aTree(tx);
      await tx.db.execute(
        `update organisations set name = 'fdp' || chr(8238) || 'x' where id = '${union.id}'`,
      );
    });
    await expect(rename).rejects.toMatchObject({
      cause: { constraint_name: 'organisations_plain_text' },
    });
  });
});
