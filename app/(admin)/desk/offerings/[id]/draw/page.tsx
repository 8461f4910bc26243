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
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { DoneNotice } from '@/features/scheduling/components/desk-done';
import { OfferingFrame } from '@/features/scheduling/components/desk-offering-frame';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '抽签' };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const actions = {
  freeze: freezeDrawAction,
  seed: publishSeedAction,
  commit: commitWitnessAction,
  reveal: revealWitnessAction,
  draw: runDrawAction,
};

export default async function DeskDrawPage({ params, searchParams }: Props) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/offerings/${id}/draw`);
  const offering = await getDeskOffering(ctx, id);
  const draws = await getDeskDraws(ctx, offering);
  const drawn = isDrawn({ ...offering, equalMinutes: draws.terms.equalMinutes });
  const closed = offering.phase === 'closed' || offering.phase === 'finished';
  const { now } = offering;
  return (
    <OfferingFrame offering={offering} tab="draw">
      <DoneNotice search={await searchParams} offering={offering} />
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
    </OfferingFrame>
  );
}
