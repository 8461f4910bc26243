import { prepareCorrection } from '@/features/corrections/commands/prepare-correction';
import { sendCorrection } from '@/features/corrections/commands/send-correction';
import { prepareInput } from '@/features/corrections/schema';
import type { Ctx } from '@/lib/ctx';
import { within } from '@/lib/transaction';
import { actorOf } from '../factories/accounts';
import { PROOF_PHOTO } from './data/proof-photo';
import type { Member } from './members';

/** A member whose name was typed with one wrong character, and who has sent the proof. */
export async function seedCorrection(tx: Ctx, member: Member): Promise<void> {
  const right = `${[...member.name].slice(0, -1).join('')}${member.name.endsWith('宁') ? '林' : '宁'}`;
  const actor = actorOf({ ...member, displayName: member.name });
  const photo1 = Uint8Array.from(Buffer.from(PROOF_PHOTO, 'base64'));
  const sent = await within(tx, { ...tx, actor }, async (own) => {
    const typed = { who: 'self', name: right, why: '入会时打错了一个字' };
    const drafted = await prepareCorrection(own, prepareInput.parse(typed));
    if (!drafted.ok) return drafted;
    return sendCorrection(own, { correctionId: drafted.value.id, photo1, photo2: null });
  });
  if (!sent.ok) throw new Error(`the seeded correction was refused: ${sent.reason}`);
}
