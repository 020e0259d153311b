import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Compared, compareChunks, type Work } from './compare.ts'

/** As many as there are processors; each holds the values once more. */
export const usualThreads = Math.min(availableParallelism(), 4)

const worthAThread = 4 // chunks: a thread takes a third of a second to begin

/** Compares in several threads, this one among them; what is found is in the order of the chunks. */
export async function compareInThreads(work: Work, most: number): Promise<Compared[]> {
  const threads = Math.min(most, Math.ceil(work.chunks.length / worthAThread))
  const others = Array.from({ length: threads - 1 }, () => inThread(work))
  const own = compareChunks(work)
  const found = [own, ...(await Promise.all(others))].flat()
  return found.sort((one, other) => one.chunk - other.chunk)
}

function inThread(work: Work): Promise<Compared[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./compare-worker.ts', import.meta.url), { workerData: work })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`A comparing thread ended with ${code}.`))) // after its message it says nothing
  })
}
