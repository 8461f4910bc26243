import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { type Audience, audienceLabels, newMessageHref } from '../rules/audience';

interface MessageLinkProps {
  offeringId: string;
  audience: Audience;
  sessionId?: string | undefined;
}

/** From a list of people to a message to them. */
export function MessageLink({ offeringId, audience, sessionId }: MessageLinkProps) {
  return (
    <div className="no-print">
      <LinkButton
        small
        variant="secondary"
        href={newMessageHref(offeringId, { audience, sessionId })}
        icon={<Icon name="message" />}
      >
        发消息给{audienceLabels[audience]}人
      </LinkButton>
    </div>
  );
}
