// Enhancement only: every page is complete without it. Loaded as a module, so old browsers never see it.
import {
  Button,
  CharacterCount,
  createAll,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  ServiceNavigation,
  SkipLink,
} from 'govuk-frontend'
import { startChoices } from './choices.ts'
import { startDrafts } from './draft.ts'
import { startLive } from './live.ts'
import { startPasskeys } from './passkeys.ts'
import { startPrintButtons } from './print.ts'
import { startSentOn } from './sent-on.ts'
import { startTimeOut } from './time-out.ts'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
for (const part of [CharacterCount, ErrorSummary, NotificationBanner, PasswordInput, ServiceNavigation, SkipLink])
  createAll(part)
createAll(Button, { preventDoubleClick: true })
startChoices()
startPasskeys()
startPrintButtons()
startSentOn()
const drafts = startDrafts()
startLive()
startTimeOut(drafts)
