import { TextLink } from '@/components/ui/app-link';
import { buttonClass } from '@/components/ui/button-style';
import { Disclosure, Disclosures } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { openSearch } from '@/lib/auth/search';
import type { Ctx } from '@/lib/ctx';
import { exportedLists } from '../queries/lists';
import { type ListName, listExportAnswer } from '../schema/export-list';
import { exportRefusals, isExportRefusal } from '../words';

interface ListExportProps {
  ctx: Ctx;
  list: ListName;
  /** The page's address: how the list is filtered, and what the last export answered. */
  search: Readonly<Record<string, string | string[] | undefined>>;
}

const answers = ['export', 'link', 'reason', 'page', 'after'];

/** What the address asks of the list, without answers and pages; nothing that came twice. */
const askedOf = (search: ListExportProps['search']) =>
  new URLSearchParams(
    Object.entries(search).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string' && !answers.includes(pair[0]),
    ),
  ).toString();

const formats = [
  ['xlsx', 'Excel 表格'],
  ['csv', 'CSV'],
] as const;

function Whole({ reason, refused }: { reason: string; refused: string | undefined }) {
  return (
    <>
      <div className="choice">
        <input
          type="checkbox"
          id="x-full"
          name="full"
          value="yes"
          defaultChecked={reason !== '' || refused === 'needs_reason' || refused === 'step_up'}
        />
        <label htmlFor="x-full">要完整手机号、证件号码</label>
      </div>
      <div>
        <label htmlFor="x-reason" className="mb-1 block font-semibold">
          用途<span className="font-normal text-ink-3">（要完整号码时必填）</span>
        </label>
        <input
          id="x-reason"
          name="reason"
          maxLength={100}
          defaultValue={reason}
          className="input"
          autoComplete="off"
        />
      </div>
    </>
  );
}

/** 导出 of a list as it is shown, as a plain form: the answer is a file, or this page again with the reason why not. */
export function ListExport({ ctx, list, search }: ListExportProps) {
  const { wanted } = openSearch(ctx, listExportAnswer.parse(search));
  const { export: code, link, reason } = wanted;
  const { path, mayWhole } = exportedLists[list];
  const asked = askedOf(search);
  const refused = isExportRefusal(code) ? code : undefined;
  const next = encodeURIComponent(`${path}?${asked}#export`);
  const whole = mayWhole?.anywhere(ctx.actor) === true;
  return (
    <div id="export" className="no-print mt-4 max-w-form">
      <Disclosures>
        <Disclosure summary="导出" open={refused !== undefined || link !== ''}>
          <form method="post" action="/api/desk/exports" className="grid gap-4">
            <input type="hidden" name="list" value={list} />
            <input type="hidden" name="asked" value={asked} />
            {refused && (
              <Notice tone="error" live>
                错误：{exportRefusals[refused]}。
                {refused === 'step_up' && (
                  <TextLink href={`/staff/confirm?next=${next}`}>输入动态码</TextLink>
                )}
              </Notice>
            )}
            {link && (
              <Notice tone="success" live>
                完整名单已备好，10 分钟内有效，只能下载一次。
                <button type="submit" form="x-download" className="link">
                  下载完整名单
                </button>
              </Notice>
            )}
            <p className="text-ink-2">
              按现在的筛选，全部导出。{mayWhole && '默认隐去手机号和证件号码中段。'}
              每次导出都会留记录。
            </p>
            <fieldset className="flex flex-wrap gap-x-6">
              <legend className="mb-1 font-semibold">格式</legend>
              {formats.map(([value, label], at) => (
                <div key={value} className="choice">
                  <input
                    type="radio"
                    id={`x-${value}`}
                    name="format"
                    value={value}
                    defaultChecked={at === 0}
                  />
                  <label htmlFor={`x-${value}`}>{label}</label>
                </div>
              ))}
            </fieldset>
            {whole && <Whole reason={reason} refused={refused} />}
            <button type="submit" className={buttonClass({ variant: 'secondary', block: false })}>
              导出
            </button>
          </form>
          {link && (
            <form id="x-download" method="post" action="/api/desk/exports/file">
              <input type="hidden" name="list" value={list} />
              <input type="hidden" name="link" value={link} />
            </form>
          )}
        </Disclosure>
      </Disclosures>
    </div>
  );
}
