// Where profiles come from, described as plain data: all but an iterable can be sent to a worker.
import type { ProfileFormat } from "../../formats/detect-format.ts";

export type ProfileSource = UrlSource | PagesSource | FileSource | IterableSource;

/** How the server is asked. */
export interface Asked {
	/** http or https; or relative to `baseUrl` of the options, on the same origin. */
	readonly url: string;
	/** Sent with every request, and never to another address: a redirect is refused. */
	readonly headers?: Readonly<Record<string, string>>;
	/** Of cookies, as fetch has it. Default "same-origin". */
	readonly credentials?: "omit" | "same-origin" | "include";
}

/**
 * NDJSON, a JSON array or CSV, plain or gzip, told by its content. A body that breaks off is asked for again from there when the server has
 * a strong ETag for it.
 *
 * Of a server on another origin a browser shows only the headers that `Access-Control-Expose-Headers` names: with `ETag`, `Content-Range`
 * and `Content-Encoding` it can be resumed, without them it is read again from its start; without `Retry-After` it is asked again sooner than it wants.
 *
 * A server says with `Content-Length` how much there is. Without it, some browsers take a connection that broke for the end: of JSON, and mostly of
 * NDJSON, that is seen and refused as incomplete; of CSV it cannot be.
 */
export interface UrlSource extends Asked {
	readonly kind: "url";
	/** Instead of telling it by the content. */
	readonly format?: ProfileFormat;
}

/** A JSON API that gives some profiles at a time. */
export interface PagesSource extends Asked {
	readonly kind: "pages";
	/** The JSON path (RFC 9535) of the list in a page: a path of names and single indexes. Default `$`: the page is the list. */
	readonly items?: string;
	readonly next: NextPage;
	/** Origins besides that of `url` that a page may name for the next one: headers and cookies go there too. */
	readonly otherOrigins?: readonly string[];
}

/** How a page leads to the next one. Paths are JSON paths as for `items`; where there is nothing, the page is the last. */
export type NextPage =
	/** `Link: <…>; rel="next"` (RFC 8288). A server on another origin must expose `Link`, or its first page is its last. */
	| { readonly kind: "link-header" }
	/** The next page's address, absolute or relative to this page. */
	| { readonly kind: "url-at"; readonly path: string }
	/** A text or number that is put into the parameter of the query. */
	| { readonly kind: "cursor"; readonly path: string; readonly parameter: string }
	/** The page's number is in the parameter; a page without profiles is the last. `first` is the number of the first page, default 1. */
	| { readonly kind: "number"; readonly parameter: string; readonly first?: number }
	/** The parameter says how many items come before the page; a page without profiles is the last. */
	| { readonly kind: "offset"; readonly parameter: string };

/** A file that a person chose or dropped. */
export interface FileSource {
	readonly kind: "file";
	readonly file: Blob;
	readonly format?: ProfileFormat;
}

/** Profiles that the host has, or gets by itself, one by one or in arrays. What it throws is passed on. */
export interface IterableSource {
	readonly kind: "iterable";
	readonly profiles: Iterable<unknown> | AsyncIterable<unknown>;
}
