import { TextLink } from '@/components/ui/app-link';
import { buttonClass } from '@/components/ui/button-style';
import { cx } from '@/components/ui/cx';
import { Disclosure, Disclosures } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { WholeFields } from '@/features/rolls/components/whole-fields';
import { openSearch } from '@/lib/auth/search';
import type { Ctx } from '@/lib/ctx';
import { readMostExportRows } from '../queries/list-limits';
import { exportedLists } from '../queries/lists';
import { askedOf } from '../rules/asked-filter';
import { withColumns } from '../rules/chosen-columns';
import { type ListName, listExportAnswer } from '../schema/export-list';
import { exportRefusal, isExportRefusal } from '../words';

interface ListExportProps {
  ctx: Ctx;
  list: ListName;
  /** The page's address: how the list is filtered, and what the last export answered. */
  search: Readonly<Record<string, string | string[] | undefined>>;
  /** What the list is of where its page's path says it, not the address. */
  of?: Readonly<Record<string, string>>;
  /** Below a list that has a pane of its own beside what is open. */
  inPane?: boolean;
}

const formats = [
  ['xlsx', 'Excel 表格'],
  ['csv', 'CSV'],
] as const;

function Formats({ chosen }: { chosen: string }) {
  return (
    <fieldset className="flex flex-wrap gap-x-6">
      <legend className="mb-1 font-semibold">格式</legend>
      {formats.map(([value, label]) => (
        <div key={value} className="choice">
          <input
            type="radio"
            id={`x-${value}`}
            name="format"
            value={value}
            defaultChecked={value === chosen}
          />
          <label htmlFor={`x-${value}`}>{label}</label>
        </div>
      ))}
    </fieldset>
  );
}

/** Which columns the file has, all unless some were chosen before; in the order of the list. */
function Columns({ headers, chosen }: { headers: readonly string[]; chosen: readonly string[] }) {
  if (headers.length === 0) return null;
  return (
    <fieldset className="flex flex-wrap gap-x-6">
      <legend className="mb-1 font-semibold">列</legend>
      <input type="hidden" name="choosing" value="yes" />
      {headers.map((header, at) => (
        <div key={header} className="choice">
          <input
            type="checkbox"
            id={`x-column-${at}`}
            name="column"
            value={header}
            defaultChecked={chosen.length === 0 || chosen.includes(header)}
          />
          <label htmlFor={`x-column-${at}`}>{header}</label>
        </div>
      ))}
    </fieldset>
  );
}

/** 导出 of a list as it is shown, as a plain form: the answer is a file, or this page again with the reason why not. */
export async function ListExport({ ctx, list, search, of, inPane = false }: ListExportProps) {
  const { filter, wanted } = openSearch(ctx, listExportAnswer.parse(search));
  const { export: code, link, reason, format, columns } = wanted;
  const { pathOf, mayWhole, choices } = exportedLists[list];
  const asked = askedOf(search, of);
  const path = pathOf(new URLSearchParams(asked));
  const refused = isExportRefusal(code) ? code : undefined;
  const again = new URLSearchParams(withColumns(asked, columns.length > 0 ? columns : null));
  again.set('format', format);
  if (filter.reason) again.set('reason', filter.reason);
  const next = encodeURIComponent(`${path}?${again}#export`);
  const whole = mayWhole?.anywhere(ctx.actor) === true;
  return (
    <div
      id="export"
      className={cx(
        'no-print',
        inPane ? 'max-h-1/2 flex-none overflow-y-auto p-2' : 'mt-4 max-w-form',
      )}
    >
      <Disclosures>
        <Disclosure summary="导出" open={refused !== undefined || link !== '' || reason !== ''}>
          <form method="post" action="/api/desk/exports" className="grid gap-4">
            <input type="hidden" name="list" value={list} />
            <input type="hidden" name="asked" value={asked} />
            {refused && (
              <Notice tone="error" live>
                错误：{exportRefusal(refused, await readMostExportRows(ctx))}。
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
            <Columns headers={choices} chosen={columns} />
            <Formats chosen={format} />
            {whole && <WholeFields prefix="x-" what="手机号、证件号码" {...{ reason, refused }} />}
            <button type="submit" className={buttonClass({ variant: 'secondary', block: false })}>
              导出
            </button>
          </form>
          {link && (
            <form id="x-download" method="post" action="/api/desk/exports/file">
              <input type="hidden" name="list" value={list} />
              <input type="hidden" name="asked" value={asked} />
              <input type="hidden" name="link" value={link} />
            </form>
          )}
        </Disclosure>
      </Disclosures>
    </div>
  );
}
