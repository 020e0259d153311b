import { Agent, request } from 'node:http'

export interface Call {
  method: 'GET' | 'POST'
  path: string
  headers?: Record<string, string>
  body?: string
}

export interface Answer {
  status: number
  body: Buffer
}

export interface Driven {
  /** Milliseconds that each call took. */
  took: number[]
  seconds: number
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })
const atOnce = 4

/** Sends calls, four at a time, over connections that stay open. @throws when an answer is not a 2xx. */
export async function drive(port: number, calls: Call[]): Promise<Driven> {
  const took: number[] = []
  const waiting = calls[Symbol.iterator]()
  const start = performance.now()
  const worker = async () => {
    for (const call of waiting) {
      const began = performance.now()
      const { status, body } = await send(port, call)
      if (status >= 300)
        throw new Error(`${call.method} ${call.path} answered ${status}: ${body.toString().slice(0, 300)}`)
      took.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return { took, seconds: (performance.now() - start) / 1000 }
}

export function send(port: number, { method, path, headers = {}, body }: Call): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const options = { agent, host: '127.0.0.1', port, method, path, headers: { ...headers, ...length } }
    const sent = request(options, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }))
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

export const closeConnections = () => agent.destroy()
