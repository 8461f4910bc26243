import type { Metadata } from 'next';
import { FlowPage } from '@/components/layout/member-page';
import { FactList } from '@/components/ui/cell-list';
import { ResultPage } from '@/components/ui/result-page';
import { Hotline } from '@/features/organisations/components/call';
import { findByToken } from '@/features/training/queries/certificates';
import { currentCtx } from '@/lib/auth/session';
import { formatFullDay, todayOn } from '@/lib/dates';

export const metadata: Metadata = { title: '核验证书', robots: { index: false } };

const courseDays = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string =>
  startsOn === endsOn
    ? formatFullDay(startsOn)
    : `${formatFullDay(startsOn)}至${formatFullDay(endsOn)}`;

/** What whoever scans a certificate's code learns; no sign-in, and no more than the paper says. */
export default async function CheckCertificate({ params }: PageProps<'/c/[token]'>) {
  const [ctx, { token }] = await Promise.all([currentCtx(), params]);
  const found = await findByToken(ctx, token);
  return (
    <FlowPage backHref="/" backLabel="首页">
      {found ? (
        <>
          <ResultPage
            tone={found.revokedAt ? 'error' : 'success'}
            title={found.revokedAt ? '证书已作废' : '证书有效'}
            reference={found.number}
          >
            {found.revokedAt &&
              `${formatFullDay(todayOn(found.revokedAt))}起作废，这张证书不再有效。`}
          </ResultPage>
          <FactList
            facts={[
              { label: '姓名', value: found.holderMasked },
              { label: '课程', value: found.course },
              { label: '上课日期', value: courseDays(found) },
              ...(found.hours === null ? [] : [{ label: '课时', value: String(found.hours) }]),
              { label: '发证日期', value: formatFullDay(found.issuedOn) },
              { label: '发证工会', value: found.issuer },
            ]}
          />
        </>
      ) : (
        <ResultPage tone="error" title="查不到这张证书">
          码不完整或不是我们发的。请再扫一次，或致电工会服务热线 <Hotline /> 核对证书编号。
        </ResultPage>
      )}
    </FlowPage>
  );
}
