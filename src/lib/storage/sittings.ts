import { Sitting } from '$lib/quiz/sitting';
import { parseAll, type Read } from './read';

export const readSittings = (records: readonly { sitting: unknown }[]): Read<Sitting> =>
	parseAll(
		Sitting,
		records.map((record) => record.sitting)
	);
