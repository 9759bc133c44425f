/** When much is in no backup. Where the browser has promised to keep the storage, only the device can be lost. */
const MUCH = { answers: 200, days: 30 };
const MUCH_KEPT = { answers: 1_000, days: 120 };
const FEW = 20; // answers that are no great loss, however old

export interface Unsaved {
	/** Answers given since the last backup, or ever. */
	answersSince: number;
	/** Days since the last backup, or since the first answer where there was none. */
	daysSince: number;
	/** Whether the browser has promised to keep the storage; `undefined` where it doesn't say. */
	persisted: boolean | undefined;
}

/** One sentence where it is time for a backup; `undefined` where it is not. */
export function reminder({ answersSince, daysSince, persisted }: Unsaved): string | undefined {
	const much = persisted ? MUCH_KEPT : MUCH;
	if (answersSince < FEW || (answersSince < much.answers && daysSince < much.days))
		return undefined;
	const answers = answersSince.toLocaleString('en');
	return `${answers} answers are in this browser and in no backup yet: a good moment to save one.`;
}
