import { expect, test } from 'vitest';
import { verbForms } from './verbs';

test.each([
	['recognize', 'recognizes', 'recognized', 'recognized', 'recognizing'],
	['plan', 'plans', 'planned', 'planned', 'planning'],
	['visit', 'visits', 'visited', 'visited', 'visiting'],
	['admit', 'admits', 'admitted', 'admitted', 'admitting'],
	['carry', 'carries', 'carried', 'carried', 'carrying'],
	['play', 'plays', 'played', 'played', 'playing'],
	['teach', 'teaches', 'taught', 'taught', 'teaching'],
	['go', 'goes', 'went', 'gone', 'going'],
	['die', 'dies', 'died', 'died', 'dying'],
	['see', 'sees', 'saw', 'seen', 'seeing'],
	['choose', 'chooses', 'chose', 'chosen', 'choosing'],
	['have', 'has', 'had', 'had', 'having'],
	['panic', 'panics', 'panicked', 'panicked', 'panicking'],
	['fix', 'fixes', 'fixed', 'fixed', 'fixing'],
	['show', 'shows', 'showed', 'shown', 'showing']
])('%s', (base, third, past, participle, gerund) => {
	expect(verbForms(base)).toEqual({ base, third, past, participle, gerund });
});
