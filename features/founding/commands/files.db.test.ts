import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anEmployer, aTree, type Tree } from '@/db/factories/organisations';
import { registerEntries } from '@/db/schema/employer-register';
import { resetDb, sqlAsOwner } from '@/db/testing';
import type { Actor } from '@/lib/actor';
import { todayOn } from '@/lib/dates';
import { Forbidden, NotFound } from '@/lib/errors';
import { listFoundingFiles, openFoundingFile } from '../queries/files';
import { findFounding } from '../queries/foundings';
import { openPaper } from '../queries/open-paper';
import { setContactInput } from '../schema/papers';
import { beginFounding } from './begin-founding';
import { addFoundingFiles, removeFoundingFile } from './keep-files';
import { abandonFounding } from './paper-steps';
import { setContact } from './set-contact';

let tree: Tree;
let town: Actor;
let otherTown: Actor;
let viewer: Actor;
let id: string;
const today = todayOn(new Date());

beforeEach(async () => {
  await resetDb();
  tree = await arrange(aTree);
  const officer = (role: 'town_admin' | 'viewer', at: string) =>
    arrange(async (tx) => (await anOfficer(tx, role, at)).actor);
  town = await officer('town_admin', tree.town.id);
  otherTown = await officer('town_admin', tree.otherTown.id);
  viewer = await officer('viewer', tree.district.id);
  const firm = await arrange(async (tx) => {
    const made = await anEmployer(tx, { townId: tree.town.id });
    await tx.db.insert(registerEntries).values({
      ...{ employerId: made.id, placeId: tree.town.id, source: 'patrol', origin: 'found' },
      enteredOn: today,
    });
    return made;
  });
  const begun = await beginFounding(as(town), {
    ...{ employerId: firm.id, form: 'own_committee', name: '测试物流工会' },
    ...{ parentId: tree.town.id, contactName: '莫小满', contactPhone: '07754500000' },
    ...{ preparingGroup: '梁守正、覃立夏', purpose: null },
  });
  if (!begun.ok) throw new Error(begun.reason);
  id = begun.value.foundingId;
});

const picture = async () => {
  const made = { create: { width: 40, height: 30, channels: 3, background: '#fff' } } as const;
  return { bytes: new Uint8Array(await sharp(made).png().toBuffer()), toJSON: () => '' };
};
const add = async (actor: Actor, kind: 'licence' | 'minutes' = 'licence') =>
  addFoundingFiles(as(actor), { foundingId: id, kind, files: [await picture()] });

describe('the scans of a founding', () => {
  it('are drawn anew, sealed, opened on record, and taken out with a reason', async () => {
    expect(await add(town)).toMatchObject({ ok: true });
    const [file] = await listFoundingFiles(as(town), id);
    expect(await openFoundingFile(as(town), file?.id ?? '')).toMatchObject({ 0: 0xff, 1: 0xd8 });
    const [stored] = await sqlAsOwner()`select content_sealed from founding_files`;
    expect(Buffer.from(stored?.content_sealed).subarray(0, 3).toString()).toBe('v1|');
    const looks =
      await sqlAsOwner()`select 1 from audit_entries where action = 'view_founding_file'`;
    expect(looks).toHaveLength(1);
    const remove = { foundingId: id, fileId: file?.id ?? '', reason: '传错了' };
    expect(await removeFoundingFile(as(town), remove)).toMatchObject({ ok: true });
    await expect(removeFoundingFile(as(town), remove)).rejects.toThrow(NotFound);
    await expect(openFoundingFile(as(town), file?.id ?? '')).rejects.toThrow(NotFound);
    const [gone] = await sqlAsOwner()`select content_sealed, removed_reason from founding_files`;
    expect(gone).toEqual({ content_sealed: null, removed_reason: '传错了' });
  });

  it('may be a PDF of nothing but pages, stored as it is', async () => {
    const send = (text: string) =>
      addFoundingFiles(as(town), {
        ...{ foundingId: id, kind: 'licence' as const },
        files: [{ bytes: new Uint8Array(Buffer.from(text)), toJSON: () => '' }],
      });
    const scan = '%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\n%%EOF\n';
    const script = scan.replace('/Catalog', '/Catalog/OpenAction<</S/JavaScript/JS(x)>>');
    expect(await send(script)).toMatchObject({
      ...{ reason: 'bad_file' },
      fieldErrors: { files: expect.stringContaining('第 1 份带脚本') },
    });
    expect(await send(`${scan}<</Encrypt 2 0 R>>%%EOF`)).toMatchObject({ reason: 'bad_file' });
    expect(await send(scan)).toMatchObject({ ok: true });
    const [file] = await listFoundingFiles(as(town), id);
    expect((await openFoundingFile(as(town), file?.id ?? '')).toString()).toBe(scan);
  });

  it('are pictures of what a step needs by now, of who prepares it', async () => {
    const bad = { bytes: new Uint8Array([1, 2]), toJSON: () => '' };
    const sent = { foundingId: id, kind: 'licence' as const, files: [bad] };
    expect(await addFoundingFiles(as(town), sent)).toMatchObject({ reason: 'bad_file' });
    expect(await add(town, 'minutes')).toMatchObject({ reason: 'not_now' });
    await expect(add(otherTown)).rejects.toThrow(NotFound);
    await expect(add(viewer)).rejects.toThrow(Forbidden);
    await add(town);
    const [file] = await listFoundingFiles(as(town), id);
    await expect(openFoundingFile(as(otherTown), file?.id ?? '')).rejects.toThrow(NotFound);
    await expect(openFoundingFile(as(viewer), file?.id ?? '')).rejects.toThrow(Forbidden);
  });
});

describe('the contact of a founding', () => {
  it('is sealed, masked on the page, whole on the request alone, and gone at the end', async () => {
    const screen = await findFounding(as(town), id);
    expect(screen).toMatchObject({ contactName: '莫小满', contactPhoneTail: '0000' });
    expect(JSON.stringify(screen)).not.toContain('07754500000');
    const { paper } = await openPaper(as(town), id, 'request');
    expect(paper.paragraphs.join('')).toContain('联系人：莫小满，电话：07754500000。');
    const change = (contactPhone: string) =>
      setContact(
        as(town),
        setContactInput.parse({
          foundingId: id,
          position: '1',
          contactName: '覃立夏',
          contactPhone,
        }),
      );
    expect(await change('')).toMatchObject({ ok: true });
    expect(await findFounding(as(town), id)).toMatchObject({
      ...{ contactName: '覃立夏', contactPhoneTail: '0000' },
    });
    expect(await change('138 0000 1234')).toMatchObject({ ok: true });
    expect(await findFounding(as(town), id)).toMatchObject({ contactPhoneTail: '1234' });
    await abandonFounding(as(town), { foundingId: id, position: 1, reason: '企业搬走' });
    const [row] = await sqlAsOwner()`select contact_phone_sealed as sealed from foundings`;
    expect(row).toEqual({ sealed: null });
    const over = setContactInput.parse({ foundingId: id, position: '2', contactPhone: '' });
    expect(await setContact(as(town), over)).toMatchObject({ reason: 'over' });
    const letters = { foundingId: id, position: '1', contactPhone: '电话' };
    expect(setContactInput.safeParse(letters).success).toBe(false);
  });
});
