import { Panel } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { shareText } from '../rules/share-text';
import { offeringPath, sharedOffering } from '../rules/shared-offering';

interface SharePanelProps {
  offering: Parameters<typeof sharedOffering>[0];
  /** Where the portal is reached: http(s)://host. */
  origin: string;
}

/** The address, and a text for a WeChat group that ends with it. */
export function SharePanel({ offering, origin }: SharePanelProps) {
  const address = `${origin}${offeringPath(offering.id)}`;
  const text = shareText(sharedOffering(offering), address);
  return (
    <Panel title="发到群里" note="发出去的人人能看，不含任何人的信息">
      <p className="break-all">{address}</p>
      <div className="mt-2">
        <CopyButton text={address}>复制链接</CopyButton>
      </div>
      <pre className="mt-4 rounded-card bg-sunken p-3 font-[inherit] [overflow-wrap:anywhere] whitespace-pre-wrap">
        {text}
      </pre>
      <div className="mt-2">
        <CopyButton text={text}>复制文字</CopyButton>
      </div>
    </Panel>
  );
}
