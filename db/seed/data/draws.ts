import { invented } from '../federation';

const { story } = invented;

export interface DrawData {
  at: string;
  title: string;
  session: string;
  place: string;
  summary: string;
  description: string;
  allocation: 'draw' | 'priority';
  terms: Record<string, unknown>;
  /** Booking window in days from today. */
  window: readonly [number, number];
  /** Day of the lottery's number, from today; before today the draw has been held. */
  seedIn: number;
  capacity: number;
  waitlistMax: number;
  entries: number;
  /** 报名号 of the courier's younger child. */
  demoEntry?: number;
}

/** 30 places for 146 children, as in design 11; and a class that is open to enter. */
export const drawData: readonly DrawData[] = [
  {
    at: `${story.town}总工会`,
    title: '{term}托管班（抽签）',
    session: `${story.town}班`,
    place: `${story.town}职工之家`,
    summary: '报名的多，名额的少，用公开的号码抽签。',
    description: '先报后报机会一样。抽签的办法和名单都公布，谁都可以在手机上重算一遍。',
    allocation: 'draw',
    terms: {},
    window: [-14, -4],
    seedIn: -3,
    capacity: 30,
    waitlistMax: 60,
    entries: 146,
    demoEntry: 137,
  },
  {
    at: invented.root,
    title: '{term}冬令营（抽签）',
    session: '冬令营',
    place: story.office,
    summary: '手工、运动和阅读，两周。建档困难和单亲家庭优先。',
    description: '报名截止后抽签。兄弟姐妹可以同进同退：都有名额才给，不拆开。',
    allocation: 'priority',
    terms: {
      siblings: 'together',
      tiers: [
        { key: 'hardship', label: '建档困难职工家庭', claim: true, points: 4 },
        { key: 'single', label: '单亲家庭', claim: true, points: 3 },
        { key: 'newform', label: '新就业形态', criteria: { newFormOnly: true }, points: 2 },
      ],
    },
    window: [-2, 6],
    seedIn: 8,
    capacity: 24,
    waitlistMax: 30,
    entries: 22,
  },
];
