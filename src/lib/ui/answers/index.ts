import type { Given, Kind, Question } from '$lib/questions/question';
import type { Component } from 'svelte';
import Choice from './Choice.svelte';
import Match from './Match.svelte';
import Order from './Order.svelte';
import Typed from './Typed.svelte';

interface InputProps {
	question: Question;
	given: Given;
	labelledby: string;
}

/** How each kind is answered on the screen. */
export const inputs: Record<Kind, Component<InputProps, object, 'given'>> = {
	choice: Choice,
	boolean: Choice,
	number: Typed,
	text: Typed,
	cloze: Typed,
	order: Order,
	match: Match
};

/** What an input starts from: an order stands as it is shown until it is changed. */
export const startOf = (question: Question): Given => {
	if (question.kind === 'order') return question.items.map((item) => item.text);
	return question.kind === 'match' ? question.items.map(() => '') : '';
};
