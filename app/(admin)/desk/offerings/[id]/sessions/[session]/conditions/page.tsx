import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Panel } from '@/components/ui/card';
import { Breadcrumbs } from '@/components/ui/tabs';
import { changeSessionRulesAction } from '@/features/conditions/actions';
import { RulesEditor } from '@/features/conditions/components/desk-rules-editor';
import { RulesHistory } from '@/features/conditions/components/desk-rules-history';
import { LiveRules } from '@/features/conditions/components/desk-rules-live';
import { RulesPreviewPanel } from '@/features/conditions/components/desk-rules-preview';
import { SaveRules } from '@/features/conditions/components/desk-rules-save';
import { RulesSaved } from '@/features/conditions/components/desk-rules-saved';
import { SessionTerms } from '@/features/conditions/components/desk-session-terms';
import { openSessionRulesEditor } from '@/features/conditions/queries/session-rules-editor';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '这一场的条件' };

interface Props {
  params: Promise<{ id: string; session: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SessionConditionsPage({ params, searchParams }: Props) {
  const [{ id, session: sessionId }, search] = await Promise.all([params, searchParams]);
  const base = `/desk/offerings/${id}/sessions/${sessionId}/conditions`;
  const ctx = await requireStaff(base);
  const editor = await openSessionRulesEditor(ctx, { offeringId: id, sessionId }, search);
  const { offering, session, choices, draft, preview, changes, words, over, versions } = editor;
  const { kind } = offering;
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '服务与活动', href: '/desk/offerings' },
          { label: offering.title, href: `/desk/offerings/${id}/conditions` },
          { label: session.title },
        ]}
      />
      <PageHead title={`“${session.title}”另加的条件`}>
        整项服务的条件照样算，两样都符合才能报。已给的名额不收回。
      </PageHead>
      <RulesSaved search={search} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,1fr)_400px]">
        {over ? (
          <SessionTerms own={editor.now} whole={editor.whole} over />
        ) : (
          <RulesEditor
            {...{ base, kind, draft, choices }}
            against={{ options: [], chosen: undefined }}
            previewed={preview !== null}
            ofSession
          />
        )}
        <div className="flex flex-col gap-4">
          {!over && (
            <Panel title="条件预览">
              <LiveRules formId="rules" ofSession {...{ kind, words }} names={editor.names} />
              <SessionTerms own={null} whole={editor.whole} />
            </Panel>
          )}
          {preview && <RulesPreviewPanel {...{ preview, changes }} />}
          {preview && changes.length > 0 && (
            <SaveRules
              {...{ kind, sessionId, values: draft.values }}
              action={changeSessionRulesAction}
              version={session.rulesVersion}
              needsReason={editor.booked}
              nobody={preview.fitting === 0}
            />
          )}
          {versions.length > 0 && <RulesHistory {...{ offering, versions, choices }} ofSession />}
        </div>
      </div>
    </DeskMain>
  );
}
