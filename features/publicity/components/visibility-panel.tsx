import { Panel } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import type { DeskOffering } from '@/features/offerings/queries/desk-offering';
import { whoSees } from '../rules/who-sees';

/** Who finds the offering now, who does not and why, and how it looks to them. */
export function VisibilityPanel({ offering }: { offering: DeskOffering }) {
  const ahead = offering.live.filter(({ endsAt }) => endsAt > offering.now).length;
  const { seen, unseen } = whoSees({ ...offering, ahead });
  return (
    <Panel title="谁看得到">
      <p>
        <b>{seen}</b>
      </p>
      {unseen.length > 0 && (
        <ul className="bullets mt-2">
          {unseen.map((why) => (
            <li key={why}>{why}。</li>
          ))}
        </ul>
      )}
      <div className="mt-3">
        <LinkButton variant="secondary" small href={`/services/${offering.id}/preview`}>
          看会员看到的样子
        </LinkButton>
      </div>
    </Panel>
  );
}
