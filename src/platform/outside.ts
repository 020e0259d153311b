import { lookup as resolveName } from 'node:dns'
import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { config } from './config.ts'

// What an administrator types as an address is not to lead this program to what stands beside it: it asks no private address,
// whatever a name resolves to at the moment of asking.

const closed = listOf('ipv4', [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24],
  ['192.168.0.0', 16], ['198.18.0.0', 15], ['224.0.0.0', 3],
]) // biome-ignore format: a list
const closed6 = listOf('ipv6', [
  ['::', 96], ['::ffff:0:0', 96], ['64:ff9b::', 96], ['64:ff9b:1::', 48], ['fc00::', 7], ['fe80::', 10], ['fec0::', 10], ['ff00::', 8],
]) // biome-ignore format: a list

/** One list each: a list of both takes every IPv4 address for one of ::ffff:0:0/96. */
function listOf(family: 'ipv4' | 'ipv6', nets: readonly (readonly [net: string, bits: number])[]): BlockList {
  const list = new BlockList()
  for (const [net, bits] of nets) list.addSubnet(net, bits, family)
  return list
}

/** Whether an address is nobody's but of this machine or its own network. */
export const isPrivate = (address: string): boolean =>
  isIP(address) === 6 ? closed6.check(address, 'ipv6') : closed.check(address, 'ipv4')

/** An address that may not be asked, or that did not answer in time, or too much. */
export class OutsideFault extends Error {
  /** Nothing was sent: the host is not on the list, or the address is of a kind that is never asked. */
  readonly isBarred: boolean

  constructor(message: string, options: { isBarred?: boolean; cause?: unknown } = {}) {
    super(message, options)
    this.isBarred = options.isBarred ?? false
  }
}

const longestWait = 5_000 // milliseconds
const largestAnswer = 1_000_000 // bytes
const ownNames = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whether an address may be asked at all: https, and of the world unless PRIVATE_PROVIDERS is on. While the site itself is no
 * https, as in development, http to this very machine will do.
 */
export function mayAsk(url: URL, isDevelopment: boolean): boolean {
  if (url.username || url.password) return false
  if (isOwnMachine(url, isDevelopment)) return url.protocol === 'http:' || url.protocol === 'https:'
  if (url.protocol !== 'https:') return false
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  return !isIP(literal) || config.PRIVATE_PROVIDERS === 'on' || !isPrivate(literal)
}

/** Whether an address is of this very machine in development, which needs nobody's permission. */
export const isOwnMachine = (url: URL, isDevelopment: boolean): boolean => isDevelopment && ownNames.has(url.hostname)

/** On which terms something goes out. */
export interface OutsideTerms {
  isDevelopment: boolean
  /** Whether somebody put this host on the list of those that this server may ask. */
  isPermitted: (host: string) => Promise<boolean>
}

interface Asked {
  method?: string
  headers?: Record<string, string> | undefined
  body?: string | undefined
}

/**
 * Asks another's server, as `fetch` does, and follows it nowhere else.
 *
 * @throws OutsideFault
 */
export async function askOutside(address: string, asked: Asked, terms: OutsideTerms): Promise<Response> {
  const url = new URL(address)
  const isOwn = isOwnMachine(url, terms.isDevelopment)
  if (!mayAsk(url, terms.isDevelopment)) throw new OutsideFault(`May not be asked: ${url.origin}`, { isBarred: true })
  if (!isOwn && !(await terms.isPermitted(url.hostname))) {
    throw new OutsideFault(`Not on the list: ${url.hostname}`, { isBarred: true })
  }
  return send(url, asked, isOwn)
}

function send(url: URL, { method = 'GET', headers, body }: Asked, isOwn: boolean): Promise<Response> {
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) => reject(new OutsideFault(`No answer from ${url.origin}`, { cause }))
    const ask = url.protocol === 'https:' ? overHttps : overHttp
    const options = { method, headers, signal: AbortSignal.timeout(longestWait) }
    const sent = ask(url, isOwn ? options : { ...options, lookup: lookUpOutside }, (answer) => {
      const parts: Buffer[] = []
      let length = 0
      answer.on('data', (part: Buffer) => {
        length += part.length
        parts.push(part)
        if (length > largestAnswer) answer.destroy(new Error('too much'))
      })
      answer.on('error', fail)
      answer.on('end', () => {
        const status = answer.statusCode ?? 500
        const isBare = status === 204 || status === 304
        resolve(
          new Response(isBare ? null : Buffer.concat(parts), {
            status,
            headers: answer.headers as Record<string, string>,
          }),
        )
      })
    })
    sent.on('error', fail)
    sent.end(body)
  })
}

/** Looks a name up, and takes no answer that is private: asked and connected in one, so that it cannot change in between. */
const lookUpOutside: LookupFunction = (name, options, done) => {
  resolveName(name, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '', 0)
    const [first] = addresses
    const isBarred = config.PRIVATE_PROVIDERS !== 'on' && addresses.some(({ address }) => isPrivate(address))
    if (isBarred || !first) return done(new OutsideFault('a private address'), '', 0)
    if (options.all) return done(null, addresses)
    return done(null, first.address, first.family)
  })
}
