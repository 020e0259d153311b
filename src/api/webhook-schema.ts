import { eventNames } from '../webhooks/index.ts'

const text = { type: 'string' as const }

/** What is sent to another system: see docs/how-to/receive-events.md. */
export const webhooks = {
  event: {
    post: {
      summary: 'Something happened that your agency sees.',
      description:
        'Signed as Standard Webhooks say. Holds ids and nothing about a person: fetch the rest with your token.',
      security: [],
      parameters: ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => ({
        ...{ name, in: 'header' as const, required: true, schema: text },
      })),
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object' as const,
              required: ['type', 'timestamp', 'data'],
              properties: {
                type: { ...text, enum: [...eventNames, 'webhook.tested'] },
                timestamp: { ...text, format: 'date-time' },
                data: {
                  type: 'object' as const,
                  required: ['id', 'caseId'],
                  properties: {
                    id: { ...text, format: 'uuid', description: 'Of what the event is about.' },
                    caseId: { type: ['string', 'null'] as never, format: 'uuid' },
                  },
                },
              },
            },
          },
        },
      },
      responses: { '2XX': { description: 'Taken. Anything else is tried again.' } },
    },
  },
}
