// A process of its own: gets jobs, answers each with a verdict. A mutant that hangs or eats the memory takes only this down.
import { attempt } from './attempt.js'
import { type Job } from './job.js'

process.on('message', (job) => {
  void attempt(job as Job).then((verdict) => process.send?.(verdict))
})
process.on('disconnect', () => process.exit())
