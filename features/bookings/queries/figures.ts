import 'server-only';
import { sql } from 'drizzle-orm';
import { type Figure, figure } from '@/lib/figures';
import { rollStatuses } from './status-lists';

/** Whose columns these figures speak of: bookings that hold a place, with their session (features/figures). */
const from = 'lines';
const attended = sql`status = 'attended'`;

const overlap = '同一个人可能在几行里都参加过';

/** 报名: what fills the places that there are. */
export const takenFigure: Figure = figure({
  id: 'taken',
  label: '报名',
  unit: '个',
  about: '占着名额的预约：待审核、已预约、待确认、到场和没来的都算；不含候补、取消和名额外的特批。',
  from,
  where: sql`not is_override`,
});

/** 应到: whoever held a place when the session began; 到场, 爽约, 免计 and 未点名 are its parts. */
export const expectedFigure: Figure = figure({
  id: 'expected',
  label: '应到',
  unit: '人次',
  about: '已经开始的场次里有名额的人，等于到场、爽约、免计、未点名之和。',
  from,
  where: sql`begun and status in ${rollStatuses}`,
});

/** 到场. */
export const attendedFigure: Figure = figure({
  id: 'attended',
  label: '到场',
  unit: '人次',
  about: '一个预约算一人次；一场分多天上的，来过一天就算到场。',
  from,
  where: sql`begun and ${attended}`,
});

/** 未点名: nobody has said yet whether they came. */
export const unmarkedFigure: Figure = figure({
  id: 'unmarked',
  label: '未点名',
  unit: '人次',
  about: '场次已经开始，还没有签到也没有点名的。',
  from,
  where: sql`begun and status = 'booked'`,
});

/** 服务人数: people and children, once each. */
export const peopleFigure: Figure = figure({
  id: 'people',
  label: '人数',
  unit: '人',
  about: '到场的人去重，孩子按孩子算，一个人来几次都算一人。',
  notAdditive: overlap,
  from,
  where: sql`begun and ${attended}`,
  each: sql`attendee_id`,
});

/** 服务家庭: by the guardian who booked. */
export const familiesFigure: Figure = figure({
  id: 'families',
  label: '家庭',
  unit: '户',
  about: '带孩子参加的家庭，按办理预约的家长去重；一家几个孩子算一户。',
  notAdditive: '同一个家庭可能在几行里都参加过',
  from,
  where: sql`begun and ${attended} and child_id is not null`,
  each: sql`person_id`,
});

/** 首次参加: the first service of a life, so that it happens once and adds up. */
export const firstTimersFigure: Figure = figure({
  id: 'first_timers',
  label: '首次参加',
  unit: '人',
  about: '这次到场是本人（或孩子）在全部服务里的第一次；一个人一辈子只算一次，所以可以相加。',
  from,
  where: sql`begun and first`,
});

/** 新就业形态劳动者 among those who came. */
export const newFormFigure: Figure = figure({
  id: 'new_form',
  label: '新就业形态',
  unit: '人',
  about: '到场的人里，当天会籍是新就业形态的（按会籍上的职业目录）；孩子按办理的家长算，去重。',
  notAdditive: overlap,
  from,
  where: sql`begun and ${attended} and new_form`,
  each: sql`attendee_id`,
});
