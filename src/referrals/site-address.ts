import { config } from '../platform/config.ts'

const publicUrl = () => config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}` // a job has no request to ask

export const referralUrl = (id: string): string => `${publicUrl()}/referrals/${id}`
export const answerUrl = (token: string): string => `${publicUrl()}/answer/${token}`
