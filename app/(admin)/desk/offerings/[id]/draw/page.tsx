import type { Metadata } from 'next';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import {
  answerObjectionAction,
  commitWitnessAction,
  decideClaimAction,
  freezeDrawAction,
  publishSeedAction,
  revealWitnessAction,
  runDrawAction,
} from '@/features/draws/actions';
import { ClaimsTable } from '@/features/draws/components/desk-claims';
import { DrawPanel } from '@/features/draws/components/desk-draw-panel';
import { Objections } from '@/features/draws/components/desk-objections';
import { getDeskDraws } from '@/features/draws/queries/desk-draws';
import { isDrawn } from '@/features/draws/rules/entering';
import { DoneNotice } from '@/features/scheduling/components/desk-done';
import { offeringTab } from '@/features/scheduling/components/offering-tab';

export const metadata: Metadata = { title: '抽签' };

const actions = {
  freeze: freezeDrawAction,
  seed: publishSeedAction,
  commit: commitWitnessAction,
  reveal: revealWitnessAction,
  draw: runDrawAction,
};

export default offeringTab('draw', async ({ ctx, id, offering, search }) => {
  const draws = await getDeskDraws(ctx, offering);
  const drawn = isDrawn({ ...offering, equalMinutes: draws.terms.equalMinutes });
  const closed = offering.phase === 'closed' || offering.phase === 'finished';
  const { now } = offering;
  return (
    <>
      <DoneNotice search={search} offering={offering} />
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <LinkButton variant="secondary" small href={`/desk/offerings/${id}/draw/settings`}>
          名额怎么给
        </LinkButton>
        {!drawn && <Notice>现在不抽签。要抽签，请先改“名额怎么给”。</Notice>}
      </div>
      {drawn && (
        <div className="flex flex-col gap-4">
          {draws.sessions.map((one) => (
            <DrawPanel key={one.session.id} {...{ one, actions, closed, now }} />
          ))}
          {draws.terms.tiers.some((tier) => tier.claim) && (
            <ClaimsTable draws={draws} action={decideClaimAction} />
          )}
          <Objections objections={draws.objections} action={answerObjectionAction} now={now} />
        </div>
      )}
    </>
  );
});
