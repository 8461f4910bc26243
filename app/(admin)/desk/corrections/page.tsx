import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { Breadcrumbs } from '@/components/ui/tabs';
import { CorrectionCase } from '@/features/corrections/components/desk-correction';
import { CorrectionTable } from '@/features/corrections/components/desk-corrections';
import { CorrectionDone } from '@/features/corrections/components/done-notice';
import { listCorrections, openCorrection } from '@/features/corrections/queries/desk-corrections';
import { deskQuery } from '@/features/corrections/schema';
import { requireStaff } from '@/lib/auth/session';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';

export const metadata: Metadata = { title: '资料更正' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function CorrectionsPage({ searchParams }: { searchParams: Search }) {
  const ctx = await requireStaff('/desk/corrections');
  const { case: chosen, done, left } = deskQuery.parse(await searchParams);
  if (chosen) {
    const found = await notFoundOnMissing(openCorrection(ctx, chosen));
    return (
      <DeskMain>
        <Breadcrumbs
          trail={[{ label: '资料更正', href: '/desk/corrections' }, { label: found.number }]}
        />
        <PageHead title={`${found.name ?? found.masked}的资料更正`}>
          对照证明照片逐字核对，更正后马上生效，会通知本人或监护人。拿不准的，请带原件到窗口。
        </PageHead>
        <CorrectionCase correction={found} />
      </DeskMain>
    );
  }
  const { waiting, answered, now } = await listCorrections(ctx);
  return (
    <DeskMain>
      <PageHead title="资料更正">
        姓名、证件号码、出生日期登记错了。本人带原件在窗口的，从“会员”打开他，点“当面更正”。
      </PageHead>
      {done && (
        <Notice tone="success" className="mb-4" live>
          {done === 'corrected' ? '已更正，已通知本人或监护人。' : '已答复，已通知本人或监护人。'}
        </Notice>
      )}
      <CorrectionDone left={left} />
      <CorrectionTable caption="等待核对的更正" lines={waiting} now={now} />
      {answered.length > 0 && (
        <Section title="最近办结">
          <CorrectionTable caption="最近办结" lines={answered} now={now} />
        </Section>
      )}
    </DeskMain>
  );
}
