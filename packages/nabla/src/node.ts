export * from '@nablajs/data/node'
export * from '@nablajs/model-io/node'
