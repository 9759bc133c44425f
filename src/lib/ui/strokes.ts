/** A stroke's height says how a fact stands; the drawing of `Strip`, apart from its component. */
export type Stroke = 'tall' | 'middle' | 'low' | 'missed' | 'none';

const STEP = 7;
const WIDTH = 5;
export const HEIGHT = 16;
const TOP: Record<Exclude<Stroke, 'none'>, number> = { tall: 2, middle: 7, low: 11, missed: 2 };

export interface Bar {
	x: number;
	y: number;
	width: number;
	height: number;
	/** Drawn as an outline: asked, and wrong. */
	hollow: boolean;
}

export const stripWidth = (count: number): number => count * STEP - (STEP - WIDTH);

/** One bar a stroke that is not bare, in user units; hollow ones are inset by half a line. */
export function bars(strokes: readonly Stroke[]): Bar[] {
	return strokes.flatMap((stroke, index) => {
		if (stroke === 'none') return [];
		const hollow = stroke === 'missed';
		const inset = hollow ? 0.5 : 0;
		const y = TOP[stroke] + inset;
		return [
			{ x: index * STEP + inset, y, width: WIDTH - 2 * inset, height: HEIGHT - y - inset, hollow }
		];
	});
}
