import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { anonymous } from '@/lib/actor';
import { NotFound } from '@/lib/errors';
import { addAttachment } from './commands/add-attachment';
import { addPhotos } from './commands/add-photos';
import { removeFile } from './commands/remove-file';
import { setCover } from './commands/set-cover';
import { writeClosing } from './commands/write-closing';
import { findClosing } from './queries/closing';
import { listOfferingFiles, openOfferingFile } from './queries/offering-files';

beforeEach(resetDb);

const DAY = 86_400_000;

/** A course of a union; over, when it is to be closed. */
const scene = (
  given: { over?: boolean; status?: 'draft' | 'open' | 'cancelled'; subtree?: boolean } = {},
) =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    const organisationId = tree.union.id;
    const offering = await anOffering(tx, {
      organisationId,
      status: given.status ?? 'open',
      visibility: given.subtree ? 'subtree' : 'all',
    });
    const ended = { startsAt: new Date(Date.now() - 2 * DAY), endsAt: new Date(Date.now() - DAY) };
    await aSession(tx, { offeringId: offering.id, ...(given.over ? ended : {}) });
    const officer = await anOfficer(tx, 'union_admin', organisationId);
    const other = await anOfficer(tx, 'union_admin', tree.otherUnion.id);
    const member = await aMember(tx, { organisationId });
    const stranger = await aMember(tx, { organisationId: tree.otherUnion.id });
    return {
      id: offering.id,
      officer: as(officer.actor),
      other: as(other.actor),
      member: as(actorOf(member)),
      stranger: as(actorOf(stranger)),
      nobody: as(anonymous),
    };
  });
type Scene = Awaited<ReturnType<typeof scene>>;

const sent = (bytes: Uint8Array) => ({ bytes, toJSON: () => '' });
const picture = async (width = 64, height = 48) =>
  sent(
    await sharp({ create: { width, height, channels: 3, background: '#b3261e' } })
      .png()
      .toBuffer(),
  );
const pdf = (inside = '') => sent(Buffer.from(`%PDF-1.4\n${inside}\n%%EOF`));
const noPicture = sent(Buffer.from('no picture'));

const cover = async (s: Scene, ctx = s.officer) =>
  setCover(ctx, { offeringId: s.id, picture: await picture(), coverWords: '学员在接线' });
const photos = async (s: Scene, n: number) => {
  const one = await picture();
  return addPhotos(s.officer, {
    offeringId: s.id,
    photos: Array.from({ length: n }, () => one),
    photoWords: '练习急停',
    agreed: 'yes',
  });
};
const closing = (s: Scene, to: 'stored' | 'published', version = 0, ctx = s.officer) =>
  writeClosing(ctx, {
    offeringId: s.id,
    version,
    closingWords: '学员练习了急停和绕桩。',
    to,
  });
const audited = async (action: string) =>
  (await sqlAsOwner()`select 1 from audit_entries where action = ${action}`).length;

describe('the cover of an offering', () => {
  it('is drawn anew, and on record', async () => {
    const s = await scene();
    expect(await cover(s)).toMatchObject({ ok: true });
    const { cover: drawn } = await listOfferingFiles(s.nobody, s.id);
    expect(drawn).toMatchObject({ kind: 'jpeg', words: '学员在接线', width: 64, height: 48 });
    expect(await audited('set_cover')).toBe(1);
  });

  it('is one: a new one takes the place of the old under another address', async () => {
    const s = await scene();
    await cover(s);
    const before = (await listOfferingFiles(s.officer, s.id)).cover;
    await cover(s);
    const after = (await listOfferingFiles(s.officer, s.id)).cover;
    expect(after?.id).not.toBe(before?.id);
    await expect(openOfferingFile(s.nobody, before?.id ?? '')).rejects.toThrow(NotFound);
  });

  it('that is no picture is refused beside its field, and the old one stays', async () => {
    const s = await scene();
    await cover(s);
    const input = { offeringId: s.id, picture: noPicture, coverWords: '图' };
    expect(await setCover(s.officer, input)).toMatchObject({
      reason: 'invalid',
      fieldErrors: { picture: '这张图打不开。只收 JPG、PNG、WebP 图片，请换一张' },
    });
    expect((await listOfferingFiles(s.officer, s.id)).cover?.words).toBe('学员在接线');
  });

  it('of another union’s offering does not exist for an officer, nor for a member', async () => {
    const s = await scene();
    await expect(cover(s, s.other)).rejects.toThrow(NotFound);
    await expect(cover(s, s.member)).rejects.toThrow(NotFound);
  });

  it('of a cancelled offering is not set any more', async () => {
    expect(await cover(await scene({ status: 'cancelled' }))).toMatchObject({ reason: 'over' });
  });
});

describe('a file of an offering', () => {
  it('is for anyone, and for caches, when its offering is for all', async () => {
    const s = await scene();
    await cover(s);
    const id = (await listOfferingFiles(s.officer, s.id)).cover?.id ?? '';
    expect(await openOfferingFile(s.nobody, id)).toMatchObject({ forAnyone: true });
  });

  it('is for the members of the subtree alone, and for no cache, when its offering is', async () => {
    const s = await scene({ subtree: true });
    await cover(s);
    const id = (await listOfferingFiles(s.officer, s.id)).cover?.id ?? '';
    expect(await openOfferingFile(s.member, id)).toMatchObject({ forAnyone: false });
    await expect(openOfferingFile(s.nobody, id)).rejects.toThrow(NotFound);
    await expect(openOfferingFile(s.stranger, id)).rejects.toThrow(NotFound);
  });

  it('of a draft is its officers’ alone', async () => {
    const s = await scene({ status: 'draft' });
    await cover(s);
    const id = (await listOfferingFiles(s.officer, s.id)).cover?.id ?? '';
    expect(await openOfferingFile(s.officer, id)).toMatchObject({ forAnyone: false });
    await expect(openOfferingFile(s.nobody, id)).rejects.toThrow(NotFound);
    await expect(openOfferingFile(s.other, id)).rejects.toThrow(NotFound);
  });

  it('of a draft that was given up stays its officers’, since it was never published', async () => {
    const s = await scene({ status: 'draft' });
    await cover(s);
    await sqlAsOwner()`update offerings set status = 'cancelled', published_at = null`;
    const id = (await listOfferingFiles(s.officer, s.id)).cover?.id ?? '';
    expect(await openOfferingFile(s.officer, id)).toMatchObject({ forAnyone: false });
    await expect(openOfferingFile(s.nobody, id)).rejects.toThrow(NotFound);
    await expect(openOfferingFile(s.member, id)).rejects.toThrow(NotFound);
  });

  it('is taken down at once, by its officers alone', async () => {
    const s = await scene();
    await cover(s);
    const fileId = (await listOfferingFiles(s.officer, s.id)).cover?.id ?? '';
    await expect(removeFile(s.other, { fileId })).rejects.toThrow(NotFound);
    expect(await removeFile(s.officer, { fileId })).toMatchObject({ value: { purpose: 'cover' } });
    await expect(openOfferingFile(s.nobody, fileId)).rejects.toThrow(NotFound);
    await expect(removeFile(s.officer, { fileId })).rejects.toThrow(NotFound);
  });
});

describe('an attachment', () => {
  const add = (s: Scene, file: ReturnType<typeof pdf>) =>
    addAttachment(s.officer, { offeringId: s.id, file, fileWords: '培训通知' });

  it('is a PDF as it came, or a picture drawn anew', async () => {
    const s = await scene();
    await add(s, pdf());
    await add(s, await picture());
    const { attachments } = await listOfferingFiles(s.officer, s.id);
    expect(attachments.map(({ kind }) => kind)).toEqual(['pdf', 'jpeg']);
    const opened = await openOfferingFile(s.nobody, attachments[0]?.id ?? '');
    expect(opened.content.toString()).toBe('%PDF-1.4\n\n%%EOF');
  });

  it.each([
    ['runs something', pdf('<< /S /JavaScript /JS (app.alert(1)) >>'), '脚本'],
    ['runs something', pdf('<< /S /J#61va#53cript /#4AS (app.alert(1)) >>'), '脚本'],
    ['carries a file', pdf('<< /Type /EmbeddedFile >>'), '附带文件'],
    ['is no PDF and no picture', noPicture, '只收 JPG'],
  ])('that %s is refused in words', async (_, file, words) => {
    const s = await scene();
    const refused = await add(s, file);
    expect(refused).toMatchObject({ reason: 'invalid' });
    expect(JSON.stringify(refused)).toContain(words);
  });

  it('beyond the most that there may be is refused, and the others stay', async () => {
    const s = await scene();
    for (let n = 0; n < 5; n++) expect(await add(s, pdf())).toMatchObject({ ok: true });
    expect(await add(s, pdf())).toMatchObject({
      fieldErrors: { file: '最多 5 个附件，已有 5 个，这次选了 1 个，都没有存。请先删掉几个' },
    });
    expect((await listOfferingFiles(s.officer, s.id)).attachments).toHaveLength(5);
  });
});

describe('photos of how it was', () => {
  it('are public with the 小结, and not before', async () => {
    const s = await scene({ over: true });
    expect(await photos(s, 2)).toMatchObject({ ok: true });
    const [photo] = (await listOfferingFiles(s.officer, s.id)).photos;
    const id = photo?.id ?? '';
    await expect(openOfferingFile(s.nobody, id)).rejects.toThrow(NotFound);
    await closing(s, 'published');
    expect(await openOfferingFile(s.nobody, id)).toMatchObject({ forAnyone: true });
    await closing(s, 'stored', 1);
    await expect(openOfferingFile(s.nobody, id)).rejects.toThrow(NotFound);
  });

  it('five hundred at once are refused with their number, none is stored, and those there stay', async () => {
    const s = await scene({ over: true });
    await photos(s, 3);
    expect(await photos(s, 500)).toMatchObject({
      reason: 'invalid',
      fieldErrors: { photos: '最多 12 张照片，这次选了 500 张，都没有存。请只选 12 张' },
    });
    expect(await photos(s, 10)).toMatchObject({
      fieldErrors: { photos: '最多 12 张照片，已有 3 张，这次选了 10 张，都没有存。请只选 9 张' },
    });
    expect((await listOfferingFiles(s.officer, s.id)).photos).toHaveLength(3);
    expect(await photos(s, 9)).toMatchObject({ ok: true });
  });

  it('of which one cannot be read are all refused, naming which', async () => {
    const s = await scene({ over: true });
    const input = { offeringId: s.id, photoWords: '练习急停', agreed: 'yes' } as const;
    const mixed = [await picture(), noPicture];
    expect(await addPhotos(s.officer, { ...input, photos: mixed })).toMatchObject({
      fieldErrors: { photos: expect.stringContaining('第 2 张：这张图打不开') },
    });
    expect((await listOfferingFiles(s.officer, s.id)).photos).toEqual([]);
  });
});

describe('小结', () => {
  it('waits for the first session to end', async () => {
    expect(await closing(await scene(), 'published')).toMatchObject({ reason: 'not_over' });
  });

  it('is read by everybody once published, with what took place, and on record', async () => {
    const s = await scene({ over: true });
    await closing(s, 'stored');
    expect(await findClosing(s.nobody, s.id)).toBeNull();
    expect(await closing(s, 'published', 1)).toMatchObject({ value: { published: true } });
    expect(await findClosing(s.nobody, s.id)).toMatchObject({
      words: '学员练习了急停和绕桩。',
      sessions: 1,
      attended: 0,
    });
    expect(await audited('write_closing')).toBe(2);
  });

  it('written by two officers keeps the first, and says so to the second', async () => {
    const s = await scene({ over: true });
    await closing(s, 'stored');
    expect(await closing(s, 'published')).toMatchObject({ reason: 'changed_meanwhile' });
    expect((await findClosing(s.officer, s.id))?.version).toBe(1);
  });

  it('of another union’s offering does not exist', async () => {
    const s = await scene({ over: true });
    await expect(closing(s, 'published', 0, s.other)).rejects.toThrow(NotFound);
  });
});
