import { Learner } from '$lib/memory/learner';
import type { Database } from './schema';
import { parseAll, type Read } from './read';
import { write } from './write';

export const readLearners = (records: readonly unknown[]): Read<Learner> =>
	parseAll(Learner, records);

export const saveLearner = (database: Database, learner: Learner): Promise<void> =>
	write(database, ['learners'], async (transaction) => {
		await transaction.objectStore('learners').put(learner, learner.id);
	});
