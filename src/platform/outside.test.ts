import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { askOutside, isPrivate, mayAsk, OutsideFault } from './outside.ts'

const inDevelopment = true
const everybody = async () => true
const here = { isDevelopment: true, isPermitted: async () => false }

test('no private address is asked, in whatever form it is written', () => {
  const here = [
    '10.1.2.3',
    '127.0.0.1',
    '169.254.169.254',
    '172.20.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
  ]
  const here6 = ['::1', '::', 'fe80::1', 'fd00::1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '64:ff9b::a00:1', 'ff02::1']
  const there = ['8.8.8.8', '172.15.0.1', '172.32.0.1', '2a00:1450:4001::1']

  expect([...here, ...here6].filter((address) => !isPrivate(address))).toEqual([])
  expect(there.filter(isPrivate)).toEqual([])
})

test('only https is asked, but for this very machine in development', () => {
  const may = (url: string, isDevelopment = false) => mayAsk(new URL(url), isDevelopment)

  expect(may('https://agency.example')).toBe(true)
  expect([may('http://agency.example'), may('http://agency.example', inDevelopment)]).toEqual([false, false])
  expect([may('http://localhost:9'), may('http://localhost:9', inDevelopment)]).toEqual([false, true])
  expect(
    ['https://2130706433', 'https://0x7f.1', 'https://127.1', 'https://[::ffff:127.0.0.1]'].filter((url) => may(url)),
  ).toEqual([])
})

test('a public name that resolves to a private address is not connected to', async () => {
  const asked = askOutside('https://localhost:1/', {}, { isDevelopment: false, isPermitted: everybody })

  await expect(asked).rejects.toThrow(OutsideFault)
  const { cause } = (await asked.catch((error: Error) => error)) as Error
  expect(String(cause)).toContain('a private address')
})

test('a host that nobody put on the list is not even looked up', async () => {
  const asked: string[] = []
  const isPermitted = async (host: string) => {
    asked.push(host)
    return false
  }

  const refused = askOutside('https://Agency.example:8443/path', {}, { isDevelopment: false, isPermitted })

  await expect(refused).rejects.toMatchObject({ isBarred: true, message: 'Not on the list: agency.example' })
  expect(asked).toEqual(['agency.example'])
})

test('an answer is not followed elsewhere, and one without end is dropped', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/away') return void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()
    const pour = () => {
      while (response.write('x'.repeat(65_536)));
      response.once('drain', pour)
    }
    pour()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const away = await askOutside(`${address}/away`, {}, here)
  const endless = askOutside(`${address}/endless`, {}, here)

  expect(away.status).toBe(302)
  await expect(endless).rejects.toThrow(OutsideFault)
  server.closeAllConnections()
  server.close()
})
