import { parentPort, workerData } from 'node:worker_threads'
import { compareChunks, type Work } from './compare.ts'

const found = compareChunks(workerData as Work)
const buffers = found.flatMap(({ pairs }) => [pairs.left.buffer, pairs.right.buffer, pairs.levels.buffer])
parentPort!.postMessage(found, buffers as ArrayBuffer[])
