/**
 * A page that is the answer to a form, once it is sent on, leaves a page to read behind it: the browser's Back must not ask
 * whether to send the first form again.
 */
export function startSentOn(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent-on]')) {
    form.addEventListener('submit', ({ submitter }) => {
      if ((submitter as HTMLButtonElement | null)?.name !== 'step') history.replaceState(null, '')
    })
  }
}
