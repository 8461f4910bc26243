import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { todayOn } from '@/lib/dates';
import { sql } from '../demo';
import { type Actor, actors, allVisitors, type Visitor } from '../matrix/actors';
import { actionRows } from '../matrix/expectations/actions';
import { pageRows } from '../matrix/expectations/pages';
import { findPlaces, type Places } from '../matrix/places';
import { publishedNames } from '../matrix/post-action';
import { type Answer, ask, origin } from './ask';
import { asBrowser, type Control, formsOf, type PageForm } from './forms-of-page';

interface Found {
  readonly name: string;
  readonly path: string;
  readonly actor: Actor;
  readonly form: PageForm;
}

let visitors: Record<Actor, Visitor>;
let places: Places;
let found: Map<string, Found>;

/**
 * Whether the 托管班 of the demo meets today: while it does, the list of who may fetch a child is shut, so
 * that its form would be there or not by the hour at which this runs.
 */
async function letClassMeet(meets: boolean): Promise<void> {
  const day = sql().json([todayOn(new Date())]);
  await sql()`update offering_sessions set details = case when ${meets} then details - 'off'
    else details || jsonb_build_object('off', ${day}::jsonb) end
    where offering_id = ${places.runningClass}`;
}

/** A course whose questions are an optional file, a number, and one that waits for an answer. */
async function aCourseWithQuestions(): Promise<string> {
  const [offering, session, first] = [randomUUID(), randomUUID(), randomUUID()];
  await sql()`
    insert into offerings (id, kind, status, title, organisation_id, booking_opens_at, booking_closes_at,
      published_at, cancel_hours)
    select ${offering}, 'training', 'published', '走查：选填文件', id, now() - interval '1 day',
      now() + interval '10 days', now(), 24 from organisations where parent_id is null`;
  await sql()`
    insert into offering_sessions (id, offering_id, title, starts_at, ends_at, place)
    values (${session}, ${offering}, '第一场', now() + interval '41 days',
      now() + interval '41 days 1 hour', '职工服务中心')`;
  await sql()`insert into session_capacity (session_id, capacity) values (${session}, 5)`;
  await sql()`insert into question_forms (offering_id, version) values (${offering}, 1)`;
  const question = async (id: string, position: number, more: object) => {
    const own = { id, offering_id: offering, lineage: id, position, created_at: new Date() };
    await sql()`insert into questions ${sql()(own)}`;
    const words = { required: false, sensitive: false, kept_days: 30, created_at: new Date() };
    const version = { question_id: id, version: 1, ...words, ...more };
    await sql()`insert into question_versions ${sql()(version)}`;
  };
  await question(first, 1, { type: 'choice', label: '是否住校', choices: ['走读', '住校'] });
  await question(randomUUID(), 2, { type: 'file', label: '就读证明' });
  await question(randomUUID(), 3, { type: 'number', label: '几个人', least: 1 });
  const shown = { show_question_id: first, show_value: '住校' };
  await question(randomUUID(), 4, { type: 'text', label: '住哪栋', ...shown });
  return `/services/${offering}/questions?s=${session}`;
}

/** A file that a form does ask for: empty, it is found fault with both ways. */
const needed: Record<string, string> = {
  'corrections/sendCorrectionAction': 'photo1',
  'publicity/setCoverAction': 'picture',
  'publicity/addAttachmentAction': 'file',
  'imports/uploadBookAction': 'table',
  'founding/addFoundingFilesAction': 'files',
};

/** Forms worth the test: something in them may be left out. */
const mayBeEmpty = ({ controls, optional, hasConditions }: PageForm) =>
  optional.size > 0 || hasConditions || controls.some((one) => one.isFile);

async function look(path: string, actor: Actor): Promise<void> {
  const names = publishedNames();
  const page = await ask(path, { cookie: visitors[actor].cookie });
  for (const form of formsOf(page.body)) {
    const name = form.actionId && names.get(form.actionId);
    if (!name || !mayBeEmpty(form)) continue;
    const before = found.get(name);
    const isMore = !before || before.form.controls.length < form.controls.length;
    if (isMore && actionRows[name]?.gets[actor] === 'may')
      found.set(name, { name, path, actor, form });
  }
}

beforeAll(async () => {
  places = await findPlaces();
  visitors = await allVisitors();
  found = new Map();
  await letClassMeet(false);
  await look(await aCourseWithQuestions(), 'member');
  const list = `offering=${places.unitOffering}&session=${places.unitSession}&union=${places.union}`;
  await look(`/desk/unit-lists/new?${list}&by=file`, 'union');
  for (const [route, row] of Object.entries(pageRows)) {
    const path = row.at?.(places) ?? route;
    const allowed = actors.filter((one) => row.gets[one] === 'ok');
    // The last of them is no member yet: joining is open to such.
    for (const actor of new Set([...allowed.slice(0, 2), ...allowed.slice(-1)])) {
      await look(path, actor);
    }
  }
  await letClassMeet(true);
}, 300_000);

/** The page's own fields, the empty ones and unticked boxes as the matrix would fill them. */
function filled({ name, form, actor }: Found): Control[] {
  const given = actionRows[name]?.input(places, visitors[actor]) ?? {};
  const texts = (field: string) => [given[field] ?? []].flat().map(String);
  // A stale version, so that a decision is judged and not made.
  const controls = form.controls.map((one) => {
    const isOpen = one.name === 'version' || (one.value === '' && !one.isFile);
    const [text] = isOpen ? texts(one.name) : [];
    return text === undefined ? one : { ...one, value: text };
  });
  const there = new Set(controls.map((one) => one.name));
  const boxes = [...form.names]
    .filter((field) => !there.has(field))
    .flatMap((field) =>
      texts(field).map((value) => ({ name: field, id: null, value, isFile: false })),
    );
  return [...controls, ...boxes];
}

async function post({ path, form, actor }: Found, controls: Control[], script: boolean) {
  const { type, body } = asBrowser(controls, script);
  return ask(path, {
    method: 'POST',
    cookie: visitors[actor].cookie,
    body,
    headers: {
      origin: origin(),
      'content-type': type,
      ...(script && { 'next-action': form.actionId ?? '', accept: 'text/x-component' }),
    },
  });
}

/** The fields that the answer finds fault with, as the page or its script is told. */
function faultsOf({ form }: Found, answer: Answer, script: boolean): string[] {
  const shown = new Map(form.controls.flatMap(({ name, id }) => (id ? [[name, id] as const] : [])));
  if (!script) {
    return [...shown].filter(([, id]) => answer.body.includes(`id="${id}-error"`)).map(([n]) => n);
  }
  const state = /^1:(\{.*)$/m.exec(answer.body)?.[1];
  const { fieldErrors = {} } = state ? (JSON.parse(state) as { fieldErrors?: object }) : {};
  return Object.keys(fieldErrors).filter((name) => shown.has(name));
}

describe('a form in which something may be left out, posted as Chromium posts it', () => {
  beforeAll(() => letClassMeet(false));
  afterAll(() => letClassMeet(true));

  test('is found for uploads, questions and lists alike', () => {
    expect([...found.keys()]).toEqual(
      expect.arrayContaining([
        'questions/prepareAnswersAction',
        'childcare/savePickUpListAction',
        'unit-lists/lookThroughListAction',
        'applications/saveTownAction',
      ]),
    );
    expect(found.size).toBeGreaterThan(15);
  });

  test.each(Object.keys(actionRows))('%s takes no empty optional field amiss', async (name) => {
    const one = found.get(name);
    if (!one) return;
    const controls = filled(one);
    const empty = controls.filter(
      (c) =>
        c.name !== needed[name] && (c.isFile || (c.value === '' && one.form.optional.has(c.name))),
    );
    const [plain, script] = [await post(one, controls, false), await post(one, controls, true)];
    expect([plain.status, script.status].filter((s) => s >= 400)).toEqual([]);
    const said = [faultsOf(one, plain, false), faultsOf(one, script, true)] as const;
    for (const faults of said) {
      expect(faults.filter((fault) => empty.some((c) => c.name === fault))).toEqual([]);
    }
    // The same fields are found fault with, script or none; once one has gone through there are none.
    const both = said.every((faults) => faults.length > 0);
    if (both) expect([...said[0]].sort()).toEqual([...said[1]].sort());
  });

  test('comes back open with the text and its error where it stands in a fold, no script at hand', async () => {
    const { cookie } = visitors.town;
    const list = await ask('/desk?kind=membership', { cookie });
    const at = `/desk?case=${encodeURIComponent(/data-case="([^"]+)"/.exec(list.body)?.[1] ?? '')}`;
    const page = await ask(at, { cookie });
    const names = publishedNames();
    const form = formsOf(page.body).find(
      ({ actionId }) => actionId && names.get(actionId) === 'review/rejectApplicationAction',
    );
    if (!form) throw new Error('no form to refuse an application with');
    const typed = '材料不全'.repeat(200);
    const controls = form.controls.map((c) => (c.name === 'note' ? { ...c, value: typed } : c));
    const name = 'review/rejectApplicationAction';
    const answer = await post({ name, path: at, actor: 'town', form }, controls, false);
    const fold = /<details[^>]*data-decide="reject"[^>]*>/.exec(answer.body)?.[0];
    expect(fold).toContain('open=""');
    expect(answer.body).toContain(typed);
    expect(answer.body).toMatch(/id="reject-note-error"/);
    const shut = /<details[^>]*data-decide="send-back"[^>]*>/.exec(answer.body)?.[0];
    expect(shut).not.toContain('open');
  });

  test('says of an empty file that was chosen that it is empty: the above could have been seen', async () => {
    const one = found.get('questions/prepareAnswersAction');
    if (!one) throw new Error('no form with a file');
    const { type, body } = asBrowser(filled(one), true);
    const chosen = body.replace('filename=""', 'filename="empty.pdf"');
    const headers = { origin: origin(), 'content-type': type, accept: 'text/x-component' };
    const answer = await ask(one.path, {
      method: 'POST',
      cookie: visitors[one.actor].cookie,
      body: chosen,
      headers: { ...headers, 'next-action': one.form.actionId ?? '' },
    });
    expect(answer.body).toContain('文件是空的');
  });
});
