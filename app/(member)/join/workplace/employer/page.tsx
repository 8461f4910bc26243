import { EmployerResults } from '@/features/applications/components/employer-results';
import { OwnEmployerSearch } from '@/features/applications/components/employer-search';
import { QuestionPage } from '@/features/applications/components/question-page';
import { getJoining } from '@/features/applications/queries/joining';
import { pageQuery } from '@/features/applications/schema/joining';
import { findEmployers } from '@/features/organisations/queries/find-employers';
import { openSearch } from '@/lib/auth/search';
import { requireMember } from '@/lib/auth/session';

export const metadata = { title: '找单位 · 入会申请' };

export default async function EmployerPage({
  searchParams,
}: PageProps<'/join/workplace/employer'>) {
  const ctx = await requireMember('/join/workplace/employer');
  const { wanted, lost } = openSearch(ctx, pageQuery.parse(await searchParams));
  const { from, q } = wanted;
  const back = `/join/workplace${from ? `?from=${from}` : ''}`;
  const found = q ? await findEmployers(ctx, q) : [];
  return (
    <QuestionPage joining={await getJoining(ctx)} backHref={back}>
      {(form) => (
        <>
          <OwnEmployerSearch
            query={q || (form?.employerName ?? '')}
            lost={lost}
            from={from}
            returns={form?.status === 'sent_back'}
          />
          {q && (
            <EmployerResults
              query={q}
              found={found}
              from={from}
              returns={form?.status === 'sent_back'}
            />
          )}
        </>
      )}
    </QuestionPage>
  );
}
