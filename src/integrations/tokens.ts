import { createHash, randomBytes } from 'node:crypto'

/** Says what it is, so that a token left in a file or a log can be searched for. */
const prefix = 'tl_'

/** 256 random bits. Only its hash is kept. */
export const newToken = (): string => prefix + randomBytes(32).toString('base64url')
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

const bearer = /^Bearer (tl_[\w-]{43})$/i

/** The token of an `Authorization` header; undefined where there is none that could be ours. */
export const readBearer = (header: string | undefined): string | undefined => bearer.exec(header ?? '')?.[1]
