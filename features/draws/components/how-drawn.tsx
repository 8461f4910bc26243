import type { ReactNode } from 'react';
import { Card, Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import { formatDay, todayOn } from '@/lib/dates';
import type { DrawPage } from '../queries/draw-page';
import { dayAndTime, fingerprint, scoreWords, seedWords } from '../rules/words';

const Hash = ({ children }: { children: ReactNode }) => (
  <code className="mt-2 block rounded-input bg-sunken px-3 py-2 font-mono text-meta break-all text-ink">
    {children}
  </code>
);

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li className="border-line py-3 [&+&]:border-t">
      <b>{title}</b>
      {children}
    </li>
  );
}

const Words = ({ children }: { children: ReactNode }) => (
  <p className="text-secondary text-ink-2">{children}</p>
);

function SeedStep({ draw }: { draw: DrawPage }) {
  return (
    <Step title="2. 再等一个谁都定不了的数字">
      <Words>{seedWords(draw, draw.now)}</Words>
      {draw.commitment && !draw.seed && <Hash>校验码 {fingerprint(draw.commitment)}</Hash>}
      {draw.witnesses.map((w) => (
        <Hash key={w.name}>
          {w.name}：{w.revealed ?? `校验码 ${fingerprint(w.commitment)}`}
        </Hash>
      ))}
      {draw.seedLabel && <Hash>{draw.seedSource === 'house' ? draw.seed : draw.seedLabel}</Hash>}
    </Step>
  );
}

/** 怎么算出来的: three steps, each with what was published. */
export function HowDrawn({ draw }: { draw: DrawPage }) {
  const { entriesHash, frozenAt, now, result } = draw;
  return (
    <Section title="怎么算出来的">
      <Card pad>
        <ol className="-my-3">
          <Step title="1. 先封存名单">
            <Words>
              {frozenAt
                ? `${dayAndTime(frozenAt, now)} 封存，公布了名单校验码，之后谁也改不了。`
                : '报名截止后封存，公布名单校验码，之后谁也改不了。'}
            </Words>
            {entriesHash && <Hash>{fingerprint(entriesHash)}</Hash>}
          </Step>
          <SeedStep draw={draw} />
          <Step title="3. 每个号算一遍，从小到大排">
            <Words>
              {result
                ? scoreWords(result.no, result.score, result.rank)
                : '名单校验码、开奖号和报名号放在一起算，谁来算都一样。'}
            </Words>
          </Step>
        </ol>
      </Card>
    </Section>
  );
}

/** Do it again, see everyone, object. */
export function DrawLinks({ draw }: { draw: DrawPage }) {
  const { id, publicUntil, answerDays, now } = draw;
  if (draw.status === 'announced') return null;
  const drawn = draw.status === 'drawn';
  const open = publicUntil !== null && todayOn(now) <= publicUntil;
  return (
    <CellList className="mt-3">
      {drawn && (
        <Cell
          icon="shield"
          title="在手机上重算一遍"
          sub="约 1 秒，结果应当一样"
          href={`/draws/${id}/verify`}
        />
      )}
      <Cell
        icon="download"
        title={drawn ? '看全部号码和顺序' : '看封存的名单'}
        sub="只有报名号，没有姓名"
        href={drawn ? `/draws/${id}/list` : `/draws/${id}/list.txt`}
      />
      {drawn && publicUntil && (
        <Cell
          icon="message"
          title="对结果有疑问"
          sub={
            open
              ? `${formatDay(publicUntil, todayOn(now))}前提出，${answerDays} 个工作日答复`
              : '公示已结束，可看答复'
          }
          href={`/draws/${id}/objection`}
        />
      )}
    </CellList>
  );
}
