import { newId } from '../../platform/ids.ts'
import { Button } from '../../platform/web/components/index.ts'

/** A form of one button that looks like a link. `about` is read out after it. */
export function OneButton({ action, text, about }: { action: string; text: string; about?: string }) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="formId" value={newId()} />
      {about ? (
        <button type="submit" class="tl-linklike">
          {text}
          <span class="govuk-visually-hidden">: {about}</span>
        </button>
      ) : (
        <Button kind="secondary">{text}</Button>
      )}
    </form>
  )
}
