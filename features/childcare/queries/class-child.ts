import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import { bookingAnswers, bookings } from '@/db/schema/bookings';
import { pickUpPhoto, pickUpPhotos } from '@/db/schema/childcare';
import { childName, children, guardians } from '@/db/schema/family';
import { accountPhone, accounts } from '@/db/schema/identity';
import { parsePickUpList } from '@/features/bookings/rules/pick-up';
import { type Relation, relationLabels } from '@/features/family/schema/family';
import { onTheRoll } from '@/features/rolls/rules/attendance';
import { blindIndex } from '@/lib/crypto/blind-index';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';

/** A child's place on the roll of a class, whatever day; null when it has none, or not one to be seen. */
export async function findClassChild(tx: Ctx, bookingId: string, sessionId?: string) {
  const [row] = await tx.db
    .select({
      bookingId: bookings.id,
      sessionId: bookings.sessionId,
      organiserId: bookings.organiserId,
      answers: bookings.answersSealed,
      health: bookings.healthSealed,
      childId: children.id,
      nameSealed: children.nameSealed,
    })
    .from(bookings)
    .innerJoin(children, eq(children.id, bookings.childId))
    .where(
      and(
        eq(bookings.id, bookingId),
        eq(bookings.kind, 'childcare'),
        sessionId ? eq(bookings.sessionId, sessionId) : undefined,
        inArray(bookings.status, [...onTheRoll]),
      ),
    );
  if (!row) return null;
  const { nameSealed, ...rest } = row;
  return { ...rest, name: openField(nameSealed, childName(row.childId)) };
}

export type ClassChild = NonNullable<Awaited<ReturnType<typeof findClassChild>>>;

/** The confirmed guardians of a child with the accounts that are told, first confirmed first. */
export async function guardiansOf(tx: Ctx, childId: string) {
  const rows = await tx.db
    .select({
      id: guardians.id,
      relation: guardians.relation,
      personId: guardians.personId,
      accountId: accounts.id,
      name: accounts.displayName,
      phoneSealed: accounts.phoneSealed,
    })
    .from(guardians)
    .innerJoin(accounts, eq(accounts.id, guardians.accountId))
    .where(and(eq(guardians.childId, childId), eq(guardians.status, 'confirmed')))
    .orderBy(guardians.createdAt);
  return rows.map(({ phoneSealed, relation, ...row }) => ({
    ...row,
    relation: relationWords(relation),
    phone: openField(phoneSealed, accountPhone(row.accountId)),
  }));
}

const relationWords = (relation: Relation | null) => (relation ? relationLabels[relation] : '家长');

/** What a listed person's picture is kept under: another phone is another person. */
export const personKeyOf = (phone: string): string => blindIndex('pick_up_person', phone);

export interface ListedPerson {
  readonly key: string;
  readonly name: string;
  readonly relation: string;
  readonly phone: string;
  /** A small JPEG in base64, where the guardian gave one. */
  readonly photo: string | null;
}

/** Who may fetch a child, with pictures. The caller has checked and records the look. */
export async function pickUpListOf(
  tx: Ctx,
  { bookingId, answers }: Pick<ClassChild, 'bookingId' | 'answers'>,
): Promise<ListedPerson[]> {
  const people = answers ? parsePickUpList(openField(answers, bookingAnswers(bookingId))) : [];
  if (people.length === 0) return [];
  const photos = await tx.db
    .select({
      id: pickUpPhotos.id,
      key: pickUpPhotos.personKey,
      photoSealed: pickUpPhotos.photoSealed,
    })
    .from(pickUpPhotos)
    .where(eq(pickUpPhotos.bookingId, bookingId));
  return people.map((person) => {
    const key = personKeyOf(person.phone);
    const photo = photos.find((row) => row.key === key);
    return {
      ...person,
      key,
      photo: photo ? openField(photo.photoSealed, pickUpPhoto(photo.id)) : null,
    };
  });
}
