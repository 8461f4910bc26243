import type { Page } from '@playwright/test';
import { aCourseToday, codeOn, counter, fire, openDoor, result } from '../door';
import { expect, given, test, then, when } from '../fixtures';
import { sql } from '../story';

/** Gives the page a camera that looks at one picture, as a phone held still before a code would. */
async function holdBefore(page: Page, picture: Buffer) {
  await page.addInitScript(
    (source) => {
      navigator.mediaDevices.getUserMedia = async () => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [image.width + 80, image.height + 80];
        const drawing = canvas.getContext('2d');
        const paint = () => {
          if (!drawing) return;
          drawing.fillStyle = '#fff';
          drawing.fillRect(0, 0, canvas.width, canvas.height);
          drawing.drawImage(image, 40, 40);
          requestAnimationFrame(paint);
        };
        paint();
        return canvas.captureStream(10);
      };
    },
    `data:image/png;base64,${picture.toString('base64')}`,
  );
}

const back = (officer: Page) => officer.keyboard.press('Escape');

test('the camera reads a member card, with a reader of our own where the browser has none @desktop', async ({
  as,
  stranger,
  signIn,
}) => {
  const course = await aCourseToday('走查：扫会员码', 1);
  const member = await stranger();
  await signIn(member, course.bookings[0]?.account ?? '');
  const card = await given('the card on a member’s phone', async () => {
    await member.goto('/me/card');
    return member.getByRole('img', { name: /^会员码/ }).screenshot();
  });
  const officer = await as('economyOfficer');
  const fetched: string[] = [];
  officer.on('response', (r) => r.url().endsWith('.wasm') && fetched.push(r.url()));
  await holdBefore(officer, card);
  await openDoor(officer, course);
  await when('the officer opens the camera', async () => {
    await officer.getByRole('button', { name: '打开摄像头扫码' }).click();
  });
  await then('it is green, and stored once as a card', async () => {
    await expect(result(officer)).toHaveAttribute('data-tone', 'green', { timeout: 30_000 });
    await officer.getByRole('button', { name: '下一位' }).click();
    await expect(counter(officer)).toHaveText('1/1');
    const stored = await sql()`
      select way from check_ins where session_id = ${course.session} and repeat_of is null`;
    expect(stored).toEqual([{ way: 'card' }]);
  });
  await then('the reader, if the browser had none, came from this site', async () => {
    const own = new URL(officer.url()).origin;
    const hasOne = await officer.evaluate(() => 'BarcodeDetector' in window);
    expect(fetched.map((url) => new URL(url).origin)).toEqual(hasOne ? [] : [own]);
  });
});

test('a forged code, a card that ran out and a code of elsewhere are red, each in its own words @desktop', async ({
  as,
  stranger,
  signIn,
}) => {
  const course = await aCourseToday('走查：假码和过期码', 1);
  const other = await aCourseToday('走查：另一门课', 1);
  const read = async (place: { account: string; id: string } | undefined, path?: string) => {
    const member = await stranger();
    await signIn(member, place?.account ?? '');
    await member.goto(path ?? `/me/bookings/${place?.id}`);
    return codeOn(member, path ? /^会员码/ : undefined);
  };
  const booking = await read(course.bookings[0]);
  const card = await read(course.bookings[0], '/me/card');
  const elsewhere = await read(other.bookings[0]);
  const officer = await as('economyOfficer');
  await openDoor(officer, course);
  const says = async (code: string, words: string | RegExp) => {
    await fire(officer, code);
    await expect(result(officer)).toHaveAttribute('data-tone', 'red');
    await expect(result(officer)).toContainText(words);
    await back(officer);
  };
  await then('a letter changed by hand: forged', async () => {
    const at = booking.length - 8;
    const wrong = booking[at] === 'A' ? 'B' : 'A';
    await says(booking.slice(0, at) + wrong + booking.slice(at + 1), '码是假的');
  });
  await then('a picture of a card, minutes later: run out', async () => {
    await officer.evaluate(() => {
      const real = Date.now.bind(Date);
      Date.now = () => real() + 5 * 60_000;
    });
    await says(card, '码已过期');
  });
  await then('the code of another course: not this one, and nothing of which', async () => {
    await says(elsewhere, '不是这一场');
    await fire(officer, elsewhere);
    await expect(officer.getByText('另一门课')).toHaveCount(0);
    await back(officer);
  });
  await then('a web address of somebody else: not ours', async () => {
    await says('https://weixin.qq.com/r/xyz', '不是预约码');
  });
  await then('nobody was let in', async () => {
    expect(await sql()`select 1 from check_ins where session_id = ${course.session}`).toEqual([]);
  });
});

test('a member scans the code on the room’s screen and is in; forwarded, it is worth nothing', async ({
  as,
  stranger,
  signIn,
}) => {
  const course = await aCourseToday('走查：大屏签到', 2);
  const [first, second] = course.bookings;
  const officer = await as('economyOfficer');
  const path = await given('the code on the screen', async () => {
    await officer.goto(`/desk/offerings/${course.id}/room-code?session=${course.session}`);
    return new URL(await codeOn(officer, /^现场签到码/)).pathname;
  });
  const member = await stranger();
  await signIn(member, first?.account ?? '');
  await when('a member scans it and taps 签到', async () => {
    await member.goto(path);
    await member.getByRole('button', { name: /签到/ }).click();
    await expect(member.getByText(/已签到 \d\d:\d\d/)).toBeVisible();
  });
  await then('it is one entry, and the screen counts it', async () => {
    const stored = await sql()`
      select booking_id, way from check_ins where session_id = ${course.session}`;
    expect(stored).toEqual([{ booking_id: first?.id, way: 'room_code' }]);
    await officer.reload();
    await expect(officer.getByText('1/2')).toBeVisible();
  });
  await then('who is not on the list reads that, and where to ask', async () => {
    const passer = await stranger();
    await signIn(passer, '谢永福');
    await passer.goto(path);
    await expect(passer.getByText(/您没有预约这一场/)).toBeVisible();
  });
  await then('the ticket that one phone holds is refused on another', async () => {
    const shy = await stranger();
    await shy.goto(path);
    const ticket = new URL(shy.url()).searchParams.get('next') ?? '';
    expect(ticket).toMatch(/^\/r\//);
    const friend = await stranger();
    await signIn(friend, second?.account ?? '');
    await friend.goto(ticket);
    await expect(friend.getByText(/这个码是别的手机扫的/)).toBeVisible();
  });
});
