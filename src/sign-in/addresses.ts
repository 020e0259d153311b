import { config } from '../platform/config.ts'

/** Where the site is, for links in mail: jobs and commands have no request to ask. */
export const publicUrl = (): string => config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`
