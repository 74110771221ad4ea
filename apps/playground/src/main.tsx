import { render } from 'preact'
import { Page } from './Page.js'
import './style/index.css'

const place = document.getElementById('page')
if (place) render(<Page />, place)
