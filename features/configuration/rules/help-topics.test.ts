import { expect, it } from 'vitest';
import { helpTopic, helpTopics } from './help-topics';
import { homeServices } from './home-services';

it('a topic of help is found by its own address and by no other', () => {
  for (const topic of helpTopics) expect(helpTopic(topic.slug)).toBe(topic);
  expect(helpTopic('nothing')).toBeUndefined();
});

it('each service of the home page that leads to help has a page there, and each page a service', () => {
  const led = homeServices.flatMap(({ href }) => href.match(/^\/help\/(.+)$/)?.[1] ?? []);
  expect(led.sort()).toEqual(helpTopics.map(({ slug }) => slug).sort());
});
