import { connectPage } from '../host/page';
import { hostOf } from './hostOfPage';

const host = hostOf(window.parent);
if (host) connectPage(host);
