import { PageHead } from '@/components/layout/member-page';
import { Cell, CellList } from '@/components/ui/cell-list';
import { Notice } from '@/components/ui/notice';
import { StepHeader } from '@/components/ui/step-header';
import { QuestionPage } from '@/features/applications/components/question-page';
import { getJoining } from '@/features/applications/queries/joining';
import { stepOf, stepsTotal } from '@/features/applications/rules/questions';
import { pageQuery } from '@/features/applications/schema/joining';
import { requireMember } from '@/lib/auth/session';

export const metadata = { title: '工作单位 · 入会申请' };

export default async function WorkplacePage({ searchParams }: PageProps<'/join/workplace'>) {
  const { from } = pageQuery.parse(await searchParams);
  const joining = await getJoining(await requireMember('/join/workplace'));
  const query = from ? `?from=${from}` : '';
  return (
    <QuestionPage joining={joining} from={from}>
      {(form) => (
        <>
          {!from && form?.status !== 'sent_back' && (
            <StepHeader step={stepOf('workplace')} total={stepsTotal} />
          )}
          <PageHead title="您在哪里工作？">由工作所在地的工会核对。</PageHead>
          {form?.unionName && (
            <Notice tone="info" className="mb-4">
              现在选的是{form.unionName}
              {form.employerName && `（${form.employerName}）`}。要换请重新选。
            </Notice>
          )}
          <CellList>
            <Cell
              icon="building"
              title="在单位上班"
              sub="公司、工厂、学校、店铺、站点公司"
              href={`/join/workplace/employer${query}`}
            />
            <Cell
              icon="pin"
              title="在平台接单"
              sub="快递、货运、网约车、家政等，没有固定单位"
              href={`/join/workplace/industry${query}`}
            />
            <Cell
              icon="home"
              title="都不是，或找不到单位"
              sub="按工作的镇、街道加入网上会员之家"
              href={`/join/workplace/town${query}`}
            />
          </CellList>
        </>
      )}
    </QuestionPage>
  );
}
