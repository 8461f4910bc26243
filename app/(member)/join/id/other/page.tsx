import { PageHead } from '@/components/layout/member-page';
import { Cell, CellList } from '@/components/ui/cell-list';
import { QuestionPage } from '@/features/applications/components/question-page';
import { getJoining } from '@/features/applications/queries/joining';
import { pageQuery } from '@/features/applications/schema/joining';
import { requireMember } from '@/lib/auth/session';
import { identityDocumentLabels } from '@/lib/china/id/messages';
import { identityDocumentTypes } from '@/lib/china/id/types';

export const metadata = { title: '选择证件 · 入会申请' };

export default async function OtherDocumentPage({ searchParams }: PageProps<'/join/id/other'>) {
  const { from, code } = pageQuery.parse(await searchParams);
  const joining = await getJoining(await requireMember('/join/id/other'));
  const back = code ? `/join/${code}` : '/join/id';
  const query = from ? `&from=${from}` : '';
  return (
    <QuestionPage joining={joining} backHref={back} from={from}>
      {() => (
        <>
          <PageHead title="您用哪种证件？" />
          <CellList>
            {identityDocumentTypes.map((type) => (
              <Cell
                key={type}
                title={identityDocumentLabels[type]}
                href={`${back}?type=${type}${query}`}
              />
            ))}
          </CellList>
        </>
      )}
    </QuestionPage>
  );
}
