import { counted, numberWord } from '$lib/ui/words';
import { at } from './scale';

/** One answer: how likely it was thought to be right, from 0 to 1, and whether it was. */
export interface Guess {
	predicted: number;
	right: boolean;
}

export interface Bin {
	/** Mean of what was expected, from 0 to 1. */
	expected: number;
	answers: number;
	right: number;
	/** `right / answers` */
	seen: number;
	/** Where the true share lies, 19 times of 20. */
	low: number;
	high: number;
}

export interface Calibration {
	bins: Bin[];
	/** Over all answers. */
	whole: Bin | undefined;
}

/** Narrower where most of the answers fall. */
const EDGES = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95];
/** Fewer answers than this say nothing of the whole … */
const ENOUGH = 30;
/** … and so many nothing of a part: it is taken together with the next. */
const FEW = 8;

interface Sum {
	expected: number;
	answers: number;
	right: number;
}
const add = (a: Sum, b: Sum): Sum => ({
	expected: a.expected + b.expected,
	answers: a.answers + b.answers,
	right: a.right + b.right
});

export function gatherCalibration(guesses: Iterable<Guess>): Calibration {
	const sums = [...EDGES, 1].map((): Sum => ({ expected: 0, answers: 0, right: 0 }));
	for (const { predicted, right } of guesses) {
		const place = EDGES.findIndex((edge) => predicted < edge);
		const sum = sums[place < 0 ? EDGES.length : place]!;
		sum.expected += predicted;
		sum.answers++;
		if (right) sum.right++;
	}
	const whole = sums.reduce(add);
	const bins: Sum[] = [];
	for (const sum of sums) {
		const last = bins.at(-1);
		if (last && last.answers < FEW) bins[bins.length - 1] = add(last, sum);
		else if (sum.answers > 0) bins.push(sum);
	}
	// The last has none to go with but the one before it.
	const [before, last] = bins.slice(-2);
	if (before && last && last.answers < FEW) bins.splice(-2, 2, add(before, last));
	return {
		bins: bins.map(binOf),
		whole: whole.answers > 0 ? binOf(whole) : undefined
	};
}

/** With Wilson's interval of 95 per cent (E. B. Wilson, 1927), which holds for few answers too. */
function binOf({ expected, answers, right }: Sum): Bin {
	const seen = right / answers;
	const z = 1.96;
	const spread = 1 + (z * z) / answers;
	const centre = (seen + (z * z) / (2 * answers)) / spread;
	const reach =
		(z * Math.sqrt((seen * (1 - seen)) / answers + (z * z) / (4 * answers * answers))) / spread;
	return {
		expected: expected / answers,
		answers,
		right,
		seen,
		low: Math.max(0, centre - reach),
		high: Math.min(1, centre + reach)
	};
}

export function calibrationTitle({ whole }: Calibration): string {
	if (!whole) return 'Quern does not know you yet';
	if (whole.answers < ENOUGH) return 'It is too early to say how well Quern knows you';
	const off = whole.expected - whole.seen;
	const chance = whole.expected >= whole.low && whole.expected <= whole.high;
	if (chance || Math.abs(off) < 0.01) return 'On the whole Quern is right about you';
	const much = Math.abs(off) < 0.05 ? 'a little ' : Math.abs(off) < 0.1 ? '' : 'far ';
	return off > 0 ? `Quern is ${much}too sure of you` : `You know ${much}more than Quern thinks`;
}

export function calibrationSentence({ whole }: Calibration): string {
	if (!whole)
		return 'Once facts come back after a day or more, this shows how often you knew them, against how often you were expected to.';
	const answers = counted(whole.answers, 'answer');
	if (whole.answers < ENOUGH)
		return `Only ${answers} so far came a day or more after the one before. From ${numberWord(ENOUGH)} on there is something to tell.`;
	const of100 = (share: number) => Math.round(share * 100);
	return `Where it expected ${of100(whole.expected)} right answers of 100, you gave ${of100(whole.seen)}. Counted over ${answers}.`;
}

const LEFT = 40;
const TOP = 28;
const FOOT = 50;
const END = 10;

/** A dot for each bin over its expectation; both axes run from `from` to 1. */
export function drawCalibration({ bins }: Calibration, width: number) {
	const size = Math.min(width, 460);
	const height = Math.round(size * 0.92);
	const lowest = Math.min(...bins.map(({ expected, low }) => Math.min(expected, low)), 0.8);
	const from = Math.max(0, Math.floor(lowest * 5) / 5);
	const part = (share: number) => (share - from) / (1 - from);
	const x = (share: number) => at(LEFT + part(share) * (size - LEFT - END));
	const y = (share: number) => at(height - FOOT - part(share) * (height - FOOT - TOP));
	const most = Math.max(1, ...bins.map(({ answers }) => answers));
	const step = from < 0.5 ? 20 : 10;
	const ticks: { share: number; x: number; y: number; text: string }[] = [];
	for (let value = Math.ceil((from * 100) / step) * step; value <= 100; value += step)
		ticks.push({ share: value / 100, x: x(value / 100), y: y(value / 100), text: String(value) });
	return {
		size,
		height,
		left: LEFT,
		right: size - END,
		base: height - FOOT,
		top: TOP,
		ticks,
		dots: bins.map((bin) => ({
			x: x(bin.expected),
			y: y(bin.seen),
			low: y(bin.low),
			high: y(bin.high),
			radius: at(3.5 + 4.5 * Math.sqrt(bin.answers / most)),
			bin
		}))
	};
}
