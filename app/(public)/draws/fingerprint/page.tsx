import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { SentenceFingerprint } from '@/features/draws/components/sentence-fingerprint';
import { currentCtx } from '@/lib/auth/session';

export const metadata: Metadata = { title: '算口令的校验码' };

export default async function FingerprintPage() {
  await currentCtx();
  return (
    <FlowPage backHref="/" backLabel="首页">
      <PageHead title="算口令的校验码">
        抽签的组织单位和两位见证人，各想一句别人猜不到的话。先交校验码，名单封存后再公开这句话。
      </PageHead>
      <SentenceFingerprint />
      <p className="mt-4 text-secondary text-ink-2">
        只在您的手机上算，口令不会传出去。请一字不差地记下来，公开时标点、空格都要一样。
      </p>
    </FlowPage>
  );
}
