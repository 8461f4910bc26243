import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anAccount, aResidentId } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aDictionary, anApplication } from '@/db/factories/membership';
import { anEmployer, aTree } from '@/db/factories/organisations';
import { applicationDocument } from '@/db/schema/membership';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { anonymous } from '@/lib/actor';
import { openField } from '@/lib/crypto/field';
import { Forbidden } from '@/lib/errors';
import { joinByCode } from './join-by-code';
import { saveDocument } from './save-document';
import { saveName } from './save-name';
import { saveOccupation } from './save-occupation';
import { saveEmployer, saveIndustry, saveTown } from './save-workplace';

const worker = () =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    await aDictionary(tx);
    const account = await anAccount(tx);
    return { tree, account, me: as(actorOf(account)) };
  });

const resident = (idNumber: string) => ({ idType: 'resident_id' as const, idNumber });
const drafts = () => sqlAsOwner()`select * from membership_applications order by created_at`;

describe('saving an answer', () => {
  beforeEach(resetDb);

  it('starts the draft at the first answer, and goes on to the next question', async () => {
    const { me } = await worker();
    expect(await saveName(me, { name: '买买提·艾力' })).toMatchObject({
      ok: true,
      value: { status: 'draft', next: 'id' },
    });
    const [draft] = await drafts();
    expect(draft).toMatchObject({ status: 'draft', name: '买买提·艾力', channel: 'web' });
    const audit = await sqlAsOwner()`select action, entity_id from audit_entries`;
    expect(audit).toEqual([{ action: 'save_answer', entity_id: draft?.id }]);
    expect(await sqlAsOwner()`select 1 from outbox`).toHaveLength(0);
  });

  it('makes one draft of two first answers at once', async () => {
    const { me } = await worker();
    const both = await Promise.all([
      saveName(me, { name: '陈一帆' }),
      saveOccupation(me, { occupation: 'courier' }),
    ]);
    expect(both.every((result) => result.ok)).toBe(true);
    const rows = await drafts();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ name: '陈一帆', occupation_code: 'courier' });
  });

  it('seals the document to its row, and takes sex and birth date out of it', async () => {
    const { me } = await worker();
    await saveDocument(me, resident('４５０８０３１９９００３０７００２９'));
    const [draft] = await drafts();
    expect(draft).toMatchObject({ sex: 'female', id_masked: '4508**********0029' });
    expect(openField(draft?.id_sealed, applicationDocument(draft?.id))).toBe('450803199003070029');
    const everything = JSON.stringify([draft, await sqlAsOwner()`select * from audit_entries`]);
    expect(everything).not.toContain('450803199003070029');
  });

  it('refuses whoever is under age, in words beside the field', async () => {
    const { me } = await worker();
    const young = aResidentId({ birthOn: '2020-02-02' });
    expect(await saveDocument(me, resident(young))).toEqual({
      ok: false,
      reason: 'too_young',
      fieldErrors: { idNumber: '年满 16 周岁才能入会' },
    });
    expect(await drafts()).toHaveLength(0);
  });

  it('stops whoever tries number after number', async () => {
    const { me } = await worker();
    for (let n = 0; n < 12; n++) await saveDocument(me, resident(aResidentId()));
    expect(await saveDocument(me, resident(aResidentId()))).toMatchObject({
      ok: false,
      reason: 'too_many_documents',
    });
  });

  it('goes on the same with a document that is in use and with one that is not (Z23)', async () => {
    const { me, tree } = await worker();
    const idNumber = aResidentId();
    await arrange((tx) => aMember(tx, { organisationId: tree.otherUnion.id, idNumber }));
    const known = await saveDocument(me, resident(idNumber));
    expect(await saveDocument(me, resident(aResidentId()))).toEqual(known);
  });

  it('keeps the occupation with the version it was chosen from', async () => {
    const { me } = await worker();
    await saveOccupation(me, { occupation: 'courier' });
    expect((await drafts())[0]).toMatchObject({ occupation_version: 'test' });
    expect(await saveOccupation(me, { occupation: 'astronaut' })).toMatchObject({
      ok: false,
      reason: 'unknown_occupation',
    });
  });

  it('begins again with the answers of an application that was rejected', async () => {
    const { me, tree, account } = await worker();
    const earlier = await arrange((tx) =>
      anApplication(tx, {
        account,
        organisationId: tree.union.id,
        status: 'rejected',
        number: 'RH26-0101-0001',
        deskId: tree.union.id,
      }),
    );
    await saveOccupation(me, { occupation: 'factory_worker' });
    const [, draft] = await drafts();
    expect(draft).toMatchObject({ name: earlier.name, id_masked: earlier.idMasked });
    const number = openField(draft?.id_sealed, applicationDocument(draft?.id));
    expect(number).toBe(openField(earlier.idSealed ?? '', applicationDocument(earlier.id)));
  });

  it('writes nothing once the application lies with the union, or for a member, or for nobody', async () => {
    const { me, tree, account } = await worker();
    await arrange((tx) =>
      anApplication(tx, {
        account,
        organisationId: tree.union.id,
        status: 'in_review',
        number: 'RH26-0101-0001',
        deskId: tree.union.id,
      }),
    );
    expect(await saveName(me, { name: '别的名字' })).toEqual({
      ok: false,
      reason: 'already_submitted',
    });
    const member = await arrange((tx) => aMember(tx, { organisationId: tree.union.id }));
    expect(await saveName(as(actorOf(member)), { name: '别的名字' })).toEqual({
      ok: false,
      reason: 'already_member',
    });
    await expect(saveName(as(anonymous), { name: '别的名字' })).rejects.toThrow(Forbidden);
    expect((await drafts()).map((row) => row.name)).toEqual(['黄小满']);
  });
});

describe('finding the union', () => {
  beforeEach(resetDb);

  it('takes the employer’s own union', async () => {
    const { me, tree } = await worker();
    const employer = await arrange((tx) => anEmployer(tx, { unionId: tree.union.id }));
    await saveEmployer(me, { employerId: employer.id });
    expect((await drafts())[0]).toMatchObject({
      route: 'employer',
      organisation_id: tree.union.id,
      employer_name: employer.name,
    });
  });

  it('takes the town’s 网上会员之家 where the employer has none', async () => {
    const { me, tree } = await worker();
    const employer = await arrange((tx) => anEmployer(tx, { townId: tree.town.id }));
    await saveEmployer(me, { employerId: employer.id });
    expect((await drafts())[0]).toMatchObject({ route: 'town', organisation_id: tree.home.id });
  });

  it('takes the town, or the industry, of someone without an employer', async () => {
    const { me, tree } = await worker();
    await saveTown(me, { townId: tree.town.id, employerName: null });
    expect((await drafts())[0]).toMatchObject({ route: 'town', organisation_id: tree.home.id });
    await saveIndustry(me, { organisationId: tree.industry.id, employerName: '江南大道站' });
    expect((await drafts())[0]).toMatchObject({
      route: 'industry',
      organisation_id: tree.industry.id,
      employer_name: '江南大道站',
    });
  });

  it('refuses a town without one, and a union that is no industry federation', async () => {
    const { me, tree } = await worker();
    const elsewhere = { townId: tree.otherTown.id, employerName: null };
    expect(await saveTown(me, elsewhere)).toMatchObject({ ok: false, reason: 'no_union_there' });
    const wrong = { organisationId: tree.union.id, employerName: null };
    expect(await saveIndustry(me, wrong)).toMatchObject({ ok: false, reason: 'no_union_there' });
  });

  it('is fixed by the union’s QR code, with name and document on the same screen', async () => {
    const { me, tree } = await worker();
    const code = tree.union.joinCode.toLowerCase();
    const who = { name: '𠮷永', ...resident(aResidentId()) };
    expect(await joinByCode(me, { code, ...who })).toMatchObject({
      ok: true,
      value: { next: 'occupation' },
    });
    expect((await drafts())[0]).toMatchObject({
      channel: 'qr',
      route: 'qr',
      organisation_id: tree.union.id,
    });
    expect(await joinByCode(me, { code: 'NOSUCH', ...who })).toMatchObject({
      ok: false,
      reason: 'unknown_code',
    });
  });
});
