import { once } from 'node:events'
import { connect } from 'node:net'

export type Verdict = { clean: true } | { clean: false; name: string }

/** Looks through bytes for what does harm. @throws when it does not answer. */
export type Scanner = (bytes: Uint8Array) => Promise<Verdict>

const patience = 60_000 // milliseconds
const largestChunk = 64 * 1024

/**
 * ClamAV's daemon by its own protocol: INSTREAM, chunks that begin with their length, an empty one at the end.
 *
 * @param url - `tcp://host:3310`
 */
export function clamd(url: string): Scanner {
  const { hostname, port } = new URL(url)
  return async (bytes) => {
    const socket = connect({ host: hostname, port: Number(port || 3310), timeout: patience })
    socket.on('timeout', () => socket.destroy(new Error('The scanner does not answer.')))
    try {
      await once(socket, 'connect')
      socket.write('zINSTREAM\0')
      for (let at = 0; at < bytes.length; at += largestChunk) {
        const chunk = bytes.subarray(at, at + largestChunk)
        socket.write(lengthOf(chunk.length))
        socket.write(chunk)
      }
      socket.write(lengthOf(0))
      let answer = ''
      for await (const part of socket) answer += part
      return verdictOf(answer)
    } finally {
      socket.destroy()
    }
  }
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(length)
  return bytes
}

/** `stream: OK` or `stream: Eicar-Test-Signature FOUND`; anything else is no verdict, and lets nothing out. */
function verdictOf(answer: string): Verdict {
  const said = answer.replace(/\0$/, '').trim()
  if (said === 'stream: OK') return { clean: true }
  const found = /^stream: (.+) FOUND$/.exec(said)
  if (found) return { clean: false, name: found[1]! }
  throw new Error('The scanner said something that is no verdict.')
}
