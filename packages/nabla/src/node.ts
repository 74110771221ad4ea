export * from '@nablajs/data/node'
