import 'server-only';
import { answerColumns } from '@/features/questions/queries/answer-columns';
import type { AddedColumn } from '@/features/rolls/rules/roll';
import type { Ctx } from '@/lib/ctx';
import { fetcherLine, fetcherLineMasked } from '../rules/fetchers';
import { findClass } from './class-access';
import { listFetchers } from './pick-up-people';

interface Asked {
  readonly sessionId: string;
  readonly full: boolean;
}

async function pickUpColumn(tx: Ctx, { sessionId, full }: Asked): Promise<AddedColumn[]> {
  if (!(await findClass(tx, sessionId))) return [];
  const lineOf = full ? fetcherLine : fetcherLineMasked;
  const words = (await listFetchers(tx, sessionId)).map(({ bookingId, people }) => {
    return [bookingId, people.map(lineOf).join('、') || '只由家长接'] as const;
  });
  return [{ header: '接送人', byBooking: new Map(words) }];
}

/**
 * What an exported roll says beside the people themselves: who may fetch the child of a 托管班, and the
 * answers to the questions. Names and phones in whole, and sensitive answers, only in a `full` export,
 * which asks for a reason and a second factor; it has checked the officer and records itself.
 */
export const rollColumns = async (tx: Ctx, asked: Asked): Promise<readonly AddedColumn[]> => [
  ...(await pickUpColumn(tx, asked)),
  ...(await answerColumns(tx, asked)),
];
