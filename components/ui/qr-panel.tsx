import type { ReactNode } from 'react';
import { Icon } from './icon';
import { LinkButton } from './link-button';
import { QrCode } from './qr-code';

interface QrPanelProps {
  drawing: { size: number; path: string };
  label: string;
  /** How long it holds, what to do when it cannot be scanned. */
  children?: ReactNode;
}

/** A code and the line below it. */
export function QrPanel({ drawing, label, children }: QrPanelProps) {
  return (
    <>
      <QrCode drawing={drawing} label={label} />
      {children && <p className="mt-2 text-secondary text-ink-2">{children}</p>}
    </>
  );
}

/** What stands in place of a changing code without network: the number to say aloud. */
export function OfflineQr({ memberNo, retryHref }: { memberNo: string; retryHref: string }) {
  return (
    <>
      <p className="pt-6 pb-2">
        <Icon name="offline" className="mr-1" />
        没有网络，动态码停用
      </p>
      <p className="text-secondary text-ink-2">请报会员号 {memberNo}</p>
      <LinkButton
        href={retryHref}
        variant="secondary"
        className="mt-3"
        icon={<Icon name="refresh" />}
      >
        重试
      </LinkButton>
    </>
  );
}
