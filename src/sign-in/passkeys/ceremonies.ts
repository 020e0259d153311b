import { isIP } from 'node:net'
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { z } from 'zod'
import type { KnownPasskey, NewPasskey, OwnPasskey } from './queries.ts'

// What is asked of a passkey and how its answer is checked; nothing here is kept.

/** Loaded when it is first needed: it takes 0.2 s, which the start of the site does without. */
const webAuthn = () => import('@simplewebauthn/server')

const name = 'Throughline'
/** The person themself, by finger, face or PIN: that is the second step within the first. */
const userVerification = 'required'

/** Where passkeys are good: the origin of the public address, and its name. A bare number, such as 127.0.0.1, has none. */
export function placeOf(publicUrl: string): { origin: string; domain: string } | undefined {
  const { origin, hostname } = new URL(publicUrl)
  return isIP(hostname.replace(/^\[|\]$/g, '')) ? undefined : { origin, domain: hostname }
}
export type Place = NonNullable<ReturnType<typeof placeOf>>

/** For a new passkey that the browser finds without a user name. Those there are already are not made twice. */
export async function askForNew(
  { domain }: Place,
  owner: { id: string; name: string; email: string },
  present: readonly OwnPasskey[],
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await webAuthn()
  return generateRegistrationOptions({
    rpName: name,
    rpID: domain,
    userID: new TextEncoder().encode(owner.id),
    userName: owner.email,
    userDisplayName: owner.name,
    attestationType: 'none',
    excludeCredentials: present.map(({ credentialId: id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification },
  })
}

/** For one that is there. @param present - the only ones that will do; any when left out. */
export async function askForKnown(
  { domain }: Place,
  present?: readonly OwnPasskey[],
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await webAuthn()
  const allowCredentials = present?.map(({ credentialId: id, transports }) => ({ id, transports }))
  return generateAuthenticationOptions({
    rpID: domain,
    userVerification,
    ...(allowCredentials && { allowCredentials }),
  })
}

const base64url = z.string().regex(/^[\w-]+$/)
const kept = { id: base64url, rawId: base64url, type: z.literal('public-key'), clientExtensionResults: z.object({}) }
const made = z.object({
  ...kept,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
})
const signed = z.object({
  ...kept,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.nullish().transform((handle) => handle ?? undefined),
  }),
})

/** What a browser says of a passkey that it used; undefined when it is no such thing. */
export const readSigned = (said: string): AuthenticationResponseJSON | undefined =>
  readJson(signed, said) as AuthenticationResponseJSON | undefined

function readJson<T>(schema: z.ZodType<T>, said: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(said)).data
  } catch {
    return undefined
  }
}

/** @returns the passkey that was made for this challenge, at this place, by the person themself; undefined for all else. */
export async function checkNew(
  { origin, domain }: Place,
  challenge: string,
  said: string,
): Promise<Omit<NewPasskey, 'name'> | undefined> {
  const response = readJson(made, said) as RegistrationResponseJSON | undefined
  if (!response) return undefined
  const { verifyRegistrationResponse } = await webAuthn()
  const checked = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: domain,
    requireUserVerification: true,
  }).catch(() => undefined) // it throws for what is wrong, in words for developers
  if (!checked?.verified) return undefined
  const { credential, credentialBackedUp: isSynced } = checked.registrationInfo
  const { id: credentialId, publicKey, counter } = credential
  return {
    credentialId,
    publicKey: Buffer.from(publicKey),
    counter,
    isSynced,
    transports: response.response.transports ?? [],
  }
}

/** @returns how often the passkey says that it was used; undefined when this is not its answer to this challenge. */
export async function checkSigned(
  { origin, domain }: Place,
  challenge: string,
  response: AuthenticationResponseJSON,
  { accountId, publicKey }: Pick<KnownPasskey, 'accountId' | 'publicKey'>,
): Promise<number | undefined> {
  const { userHandle } = response.response
  if (userHandle !== undefined && Buffer.from(userHandle, 'base64url').toString() !== accountId) return undefined
  const { verifyAuthenticationResponse } = await webAuthn()
  const checked = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: domain,
    requireUserVerification: true,
    // The counter is compared where it is kept, in one statement, and its falling back is told apart from a wrong signature.
    credential: { id: response.id, publicKey: new Uint8Array(publicKey), counter: 0 },
  }).catch(() => undefined)
  return checked?.verified ? checked.authenticationInfo.newCounter : undefined
}
