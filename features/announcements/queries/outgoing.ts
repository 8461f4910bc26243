import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { smsSignature, smsUnits } from '@/lib/messaging/sms/units';
import { readSettings } from '@/lib/settings';
import { type AnnouncementFacts, type AnnouncementSms, announcementSms } from '../messages';
import { fillFields } from '../rules/fields';
import { costOf, type Recipient } from '../rules/recipients';
import { seenMark } from '../rules/seen';
import { announcementSmsLongest } from '../settings';

interface Message extends Pick<AnnouncementFacts, 'kind' | 'title'> {
  readonly body: string;
  readonly bySms: boolean;
}

/** What one person reads, and the text that leaves for them; null for none. */
export interface Outgoing {
  readonly to: Recipient;
  readonly words: string;
  readonly sms: AnnouncementSms | null;
}

/**
 * A message as it leaves at this moment, the same for its preview and for sending it: who reads what, what the
 * carrier counts, and the mark by which sending knows that it is still what was looked at.
 */
export async function outgoingOf(tx: Ctx, of: Message, people: readonly Recipient[]) {
  const { longest } = await readSettings(tx, { longest: announcementSmsLongest });
  const signature = smsSignature();
  const smsOf = (words: string) => announcementSms(of, words, longest);
  const outgoing = people.map((to): Outgoing => {
    const words = fillFields(of.body, to.values);
    return { to, words, sms: of.bySms && to.hasPhone ? smsOf(words) : null };
  });
  const cost = costOf(people, of.body, of.bySms, (words) => {
    const { text, isWhole } = smsOf(words);
    return { units: smsUnits(text, signature), isWhole };
  });
  const seen = seenMark(
    outgoing.map(({ to, words, sms }) => ({
      accountId: to.accountId,
      words,
      sms: sms?.text ?? null,
    })),
  );
  return { outgoing, cost, seen, signature, longest, smsOf };
}
