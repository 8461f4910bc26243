import { notFound, redirect } from 'next/navigation';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { ActionBar } from '@/components/layout/action-bar';
import { PageHead } from '@/components/layout/member-page';
import { TextLink } from '@/components/ui/app-link';
import { joinByCodeAction } from '@/features/applications/actions';
import {
  DocumentFields,
  DocumentPromise,
} from '@/features/applications/components/document-fields';
import { NameField } from '@/features/applications/components/name-field';
import { QuestionPage } from '@/features/applications/components/question-page';
import { getJoining } from '@/features/applications/queries/joining';
import { pageQuery } from '@/features/applications/schema/joining';
import { AuthPage } from '@/features/identity/components/auth-page';
import { NoTexts } from '@/features/identity/components/no-texts';
import { OtherWays, PhoneSignIn } from '@/features/identity/components/phone-sign-in';
import { ClosedUnion } from '@/features/organisations/components/closed-union';
import { findByJoinCode } from '@/features/organisations/queries/organisations';
import { currentCtx } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';

export const metadata = { title: '扫码入会' };

const Invitation = ({ name }: { name: string }) => (
  <>
    {name}
    <span className="inline-block">邀请您入会</span>
  </>
);

export default async function JoinByCodePage({ params, searchParams }: PageProps<'/join/[code]'>) {
  const { code } = await params;
  const { type } = pageQuery.parse(await searchParams);
  const ctx = await currentCtx();
  const union = await findByJoinCode(ctx, code.slice(0, 20));
  if (!union) notFound();
  if (union.closedAt !== null) return <ClosedUnion union={union} />;
  if (ctx.actor.kind !== 'account') {
    return (
      <AuthPage>
        <PageHead title={<Invitation name={union.name} />}>
          3 页，约 2 分钟，不收费。先登录，填的内容随时保存。
        </PageHead>
        <NoTexts />
        <PhoneSignIn next={`/join/${union.joinCode}`} />
        <OtherWays next={`/join/${union.joinCode}`} />
      </AuthPage>
    );
  }
  const joining = await getJoining(ctx);
  // Who is a member already and scans another union's code moves there.
  if (joining.kind === 'member') redirect(`/me/transfer/to/${union.id}`);
  return (
    <QuestionPage joining={joining} backHref="/guide/join">
      {(form) => (
        <Form action={joinByCodeAction} flow>
          <PageHead title={`加入${union.shortName}`}>共 3 页，约 2 分钟，不收费。</PageHead>
          <input type="hidden" name="code" value={union.joinCode} />
          <FieldStack>
            <NameField name={form?.name} />
            <DocumentFields type={type} stored={form?.idMasked} today={todayOn(ctx.now)} />
          </FieldStack>
          <p className="mt-4">
            <TextLink href={`/join/id/other?code=${union.joinCode}`}>
              {type === 'resident_id' ? '我没有内地居民身份证' : '换一种证件'}
            </TextLink>
          </p>
          <DocumentPromise />
          <ActionBar>
            <SubmitButton pendingText="保存中…">继续</SubmitButton>
          </ActionBar>
        </Form>
      )}
    </QuestionPage>
  );
}
