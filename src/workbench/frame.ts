import { connectPage } from '../host/page';
import { hostOf } from './hostOfPage';

const host = hostOf(window.parent);
if (host) {
  // A page that is left while it loads changes its state too, without having run the client.
  const passOver = (event: Event): void => {
    if (!window.OSF) event.stopImmediatePropagation();
  };
  document.addEventListener('readystatechange', passOver, { once: true });
  connectPage(host);
  // The pane has no files of its own to open: the page around it asks for one.
  window.addEventListener('kaohe:open-workbook', (event) => {
    event.preventDefault();
    window.parent.document.getElementById('open')?.click();
  });
}
