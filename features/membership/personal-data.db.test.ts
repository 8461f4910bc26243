import { beforeEach, describe, expect, it } from 'vitest';
import { anAccount, aResidentId } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/house';
import { aDictionary, anApplication } from '@/db/factories/membership';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { personalData } from './personal-data';

describe('what membership holds of a person', () => {
  beforeEach(resetDb);

  const people = () =>
    arrange(async (tx) => {
      const tree = await aTree(tx);
      await aDictionary(tx);
      const me = await anAccount(tx);
      const idNumber = aResidentId();
      await anApplication(tx, { account: me, idNumber, organisationId: tree.union.id });
      const other = await anAccount(tx);
      await anApplication(tx, { account: other, name: '别人', organisationId: tree.union.id });
      return { me, idNumber };
    });

  it('is handed out whole, and only the person’s own', async () => {
    const { me, idNumber } = await people();
    const mine = await arrange((tx) => personalData.export(tx, me.personId));
    expect(mine.applications.map((row) => row.idNumber)).toEqual([idNumber]);
    expect(JSON.stringify(mine)).not.toContain('别人');
  });

  it('is emptied where no membership came of it, and nobody else’s', async () => {
    const { me } = await people();
    expect(await arrange((tx) => personalData.erase(tx, me.personId))).toBe(1);
    const rows = await sqlAsOwner()`
      select name, id_sealed is null as empty from membership_applications order by name nulls first`;
    expect(rows).toEqual([
      { name: null, empty: true },
      { name: '别人', empty: false },
    ]);
  });

  it('names every table of the module that points to a person or an application', async () => {
    const rows = await sqlAsOwner()`
      select distinct c.table_name as name from information_schema.columns c
      where c.table_schema = 'public' and c.column_name in ('person_id', 'application_id', 'membership_id')
        and c.table_name not in ('guardians', 'bookings', 'children')`;
    const named = personalData.tables.map((entry) => entry.table as string);
    expect(named).toEqual(expect.arrayContaining(rows.map((row) => row.name)));
  });
});
