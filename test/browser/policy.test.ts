// The page that runs these tests has the strict content-security policy of a careful host; if it had not, "no violation" would mean nothing.
import { expect } from "chai";

describe("the test page", () => {
	it("refuses to turn text into code", () => {
		const makeFunction = () => Reflect.construct(Function, ["return 1"]);
		expect(makeFunction).to.throw(EvalError);
	});

	it("refuses a style attribute", async () => {
		const violation = new Promise<string>((resolve) => {
			document.addEventListener("securitypolicyviolation", (event) => {
				if (event.effectiveDirective !== "script-src") resolve(event.effectiveDirective);
			});
		});
		const element = document.createElement("p");
		element.setAttribute("style", "color: red");
		document.body.append(element);
		expect(await violation).to.match(/^style-src/);
		element.remove();
	});
});
