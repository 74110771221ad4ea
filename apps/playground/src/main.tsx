import { render } from 'preact'
import { startOffline } from './offline/startOffline.js'
import { Page } from './Page.js'
import 'virtual:math-font.css'
import './style/index.css'

const place = document.getElementById('page')
if (place) render(<Page />, place)
startOffline()
