/** What the database says about how far an installation has come; counts of rows, never of people by name. */
export interface InstallFacts {
  readonly rootId: string | null;
  readonly rootName: string;
  /** The hotline was saved in the settings, whatever it says. */
  readonly hotlineSet: boolean;
  readonly towns: number;
  readonly unions: number;
  readonly employers: number;
  /** Days of this year in the work calendar. */
  readonly holidays: number;
  readonly year: number;
  /** The year whose holidays have still to be entered; null when none is missing. */
  readonly missingYear: number | null;
  /** A carrier is configured, or it is the demo, whose texts are read on a page. */
  readonly sendsTexts: boolean;
  readonly textsSent: number;
  readonly reviewers: number;
  readonly organisers: number;
  readonly published: number;
}

export const stepIds = [
  'name',
  'tree',
  'employers',
  'holidays',
  'sms',
  'roles',
  'offering',
] as const;
export type StepId = (typeof stepIds)[number];

export interface FirstStep {
  readonly id: StepId;
  readonly title: string;
  readonly done: boolean;
  /** How it stands, and what is still to do. */
  readonly note: string;
}

const some = (parts: readonly (string | false)[]): string =>
  parts.filter((part) => part !== false).join('，');

/** Whether the root union has a name of its own, not the one that `admin:create` falls back to. */
export const isNamed = (name: string) => name !== '' && name !== '总工会';

type Said = Omit<FirstStep, 'id' | 'title'>;

const said: Record<StepId, (facts: InstallFacts, townWord: string) => Said> = {
  name: ({ rootName, hotlineSet }) => ({
    done: isNamed(rootName) && hotlineSet,
    note: some([
      isNamed(rootName) ? rootName : '全称还是“总工会”，先改成自己的',
      hotlineSet ? '热线已填' : '还没填咨询热线',
    ]),
  }),
  tree: ({ towns, unions }, townWord) => ({
    done: towns > 0 && unions > 0,
    note:
      towns + unions === 0
        ? `还只有最上面一级，可以整张表粘贴进来`
        : some([
            `${towns} 个${townWord}，${unions} 个工会`,
            towns === 0 && `还没有${townWord}`,
            unions === 0 && '还没有基层工会',
          ]),
  }),
  employers: ({ employers }) => ({
    done: employers > 0,
    note: employers > 0 ? `已登记 ${employers} 家` : '职工入会时按单位找工会，先登记常见的几家',
  }),
  holidays: ({ holidays, year, missingYear }) => ({
    done: missingYear === null,
    note:
      missingYear === null
        ? `${year} 年已有 ${holidays} 天`
        : missingYear > year
          ? `${missingYear} 年的放假安排还没填，公布后填入；${missingYear} 年的期限先写“暂定”`
          : holidays > 0
            ? `${year} 年只有 ${holidays} 天，还不全，期限写“暂定”`
            : `${year} 年还没有，期限写“暂定”`,
  }),
  sms: ({ sendsTexts, textsSent }) => ({
    done: sendsTexts && textsSent > 0,
    note: sendsTexts
      ? textsSent > 0
        ? '已接通，发出过短信'
        : '已配置，还没有发出过一条，发一条测试短信'
      : '没有接通，验证码发不出去',
  }),
  roles: ({ reviewers, organisers }) => ({
    done: reviewers > 0 && organisers > 0,
    note: some([
      reviewers > 0 ? `审核入会 ${reviewers} 人` : '还没有人审核入会',
      organisers > 0 ? `开班 ${organisers} 人` : '还没有人开班',
    ]),
  }),
  offering: ({ published }) => ({
    done: published > 0,
    note: published > 0 ? `已发布 ${published} 项` : '还没有发布过，职工那边是空的',
  }),
};

const titles: Record<StepId, string> = {
  name: '名称与热线',
  tree: '行政区与工会树',
  employers: '用人单位',
  holidays: '节假日',
  sms: '短信',
  roles: '角色',
  offering: '第一个班',
};

/**
 * The steps of a new federation in their order, each ticked by what the database holds and by nothing else.
 * @param townWord what the level below the root union is called
 */
export const firstSteps = (facts: InstallFacts, townWord: string): FirstStep[] =>
  stepIds.map((id) => ({ id, title: titles[id], ...said[id](facts, townWord) }));
