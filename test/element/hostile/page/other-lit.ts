// A host's own element, with a Lit of its own beside ours.
import { html, LitElement } from "lit";

customElements.define(
	"other-lit",
	class extends LitElement {
		protected override render() {
			return html`<p>Made by another Lit: <b>${this.title}</b></p>`;
		}
	},
);
