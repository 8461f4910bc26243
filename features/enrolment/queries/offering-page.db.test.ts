import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { offeringClosings, offeringFiles } from '@/db/schema/publicity';
import { resetDb } from '@/db/testing';
import { anonymous } from '@/lib/actor';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { getOfferingPage, getOfferingPreview } from './offering-page';

beforeEach(resetDb);

/** An offering with a cover, and a 小结 that is not published yet. */
const scene = (status: 'draft' | 'open') =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    const offering = await anOffering(tx, { organisationId: tree.union.id, status });
    await aSession(tx, { offeringId: offering.id });
    const coverId = newId();
    await tx.db.insert(offeringFiles).values({
      ...{ id: coverId, offeringId: offering.id, purpose: 'cover', kind: 'jpeg', words: '封面' },
      ...{ width: 4, height: 3, size: 2, content: Buffer.from('xx'), addedAt: tx.now },
    });
    const counts = { sessions: 1, attended: 8 };
    await tx.db.insert(offeringClosings).values({
      ...{ offeringId: offering.id, words: '办得热闹', ...counts, updatedAt: tx.now },
    });
    const publish = () =>
      arrange((later) => later.db.update(offeringClosings).set({ publishedAt: later.now }));
    return {
      id: offering.id,
      coverId,
      publish,
      officer: as((await anOfficer(tx, 'union_admin', tree.union.id)).actor),
      other: as((await anOfficer(tx, 'union_admin', tree.otherUnion.id)).actor),
      member: as(actorOf(await aMember(tx, { organisationId: tree.union.id }))),
      nobody: as(anonymous),
    };
  });

describe('the page of an offering', () => {
  it('has its cover, and its 小结 once that is published, for a stranger and for a member', async () => {
    const s = await scene('open');
    for (const who of [s.nobody, s.member]) {
      const { files, closing } = await getOfferingPage(who, s.id);
      expect(files.cover).toMatchObject({ id: s.coverId, width: 4, height: 3 });
      expect(closing).toBeNull();
    }
    await s.publish();
    for (const who of [s.nobody, s.member]) {
      const { closing } = await getOfferingPage(who, s.id);
      expect(closing).toEqual({ words: '办得热闹', sessions: 1, attended: 8 });
    }
  });
});

describe('the preview of a draft', () => {
  it('shows it to who manages it as it will be once published', async () => {
    const s = await scene('draft');
    const page = await getOfferingPreview(s.officer, s.id);
    expect(page).toMatchObject({ status: 'published', files: { cover: { id: s.coverId } } });
    expect(page.sessions).toHaveLength(1);
  });

  it('does not exist for anybody else', async () => {
    const s = await scene('draft');
    for (const who of [s.other, s.member, s.nobody]) {
      await expect(getOfferingPreview(who, s.id)).rejects.toThrow(NotFound);
      await expect(getOfferingPage(who, s.id)).rejects.toThrow(NotFound);
    }
  });
});
