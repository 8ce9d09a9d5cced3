package report

import "html/template"

// swatches are the signs of a legend as small drawings: ours, no data is in them. They match what the map draws.
var swatches = map[string]template.HTML{
	"class-0":   box(`fill="#E9F0F5"`),
	"class-1":   box(`fill="#BBD2E3"`),
	"class-2":   box(`fill="#86AECD"`),
	"class-3":   box(`fill="#4E86B0"`),
	"class-4":   box(`fill="#245E8C"`),
	"nodata":    icon(`<rect x=".5" y="1.5" width="29" height="15" fill="#fff" stroke="#A9B3BB"/><path d="M.5 6.5L5.5 1.5M.5 11.5L10.5 1.5M.5 16.5L15.5 1.5M5.5 16.5L20.5 1.5M10.5 16.5L25.5 1.5M15.5 16.5L29.5 2.5M20.5 16.5L29.5 7.5M25.5 16.5L29.5 12.5" stroke="#8E979F"/>`),
	"none":      icon(`<path d="M9 9H21" stroke="#A9B3BB" stroke-width="1.4"/>`),
	"star":      icon(`<path transform="translate(15 9) scale(.82)" d="M0-10L2.35-3.24 9.51-3.09 3.8 1.24 5.88 8.09 0 4-5.88 8.09-3.8 1.24-9.51-3.09-2.35-3.24Z" fill="#17212B"/>`),
	"square":    icon(`<rect x="11" y="5" width="8" height="8" fill="#17212B"/>`),
	"dot":       icon(`<circle cx="15" cy="9" r="2.9" fill="#17212B"/>`),
	"triangle":  icon(`<path d="M15 4L20 13H10Z" fill="#fff" stroke="#17212B" stroke-width="1.5"/>`),
	"ring":      icon(`<circle cx="15" cy="9" r="3.4" fill="#fff" stroke="#17212B" stroke-width="1.5"/>`),
	"uncounted": icon(`<circle cx="15" cy="9" r="2.9" fill="#fff" stroke="#66727D" stroke-width="1.4"/>`),
	"circle":    icon(`<path d="M2 13A13 13 0 0 1 28 13" fill="none" stroke="#0F2E49" stroke-width="1.5"/>`),
	"zone":      icon(`<rect x=".5" y="1.5" width="29" height="15" fill="#fff" stroke="#C2560B"/><path d="M.5 11.5L5.5 16.5M.5 6.5L10.5 16.5M.5 1.5L5 6M20 6L15.5 1.5M25 11L20.5 6.5M10 16L9 15M25.5 16.5L21 12M29.5 15.5L15.5 1.5M29.5 10.5L20.5 1.5M29.5 5.5L25.5 1.5" stroke="#C2560B" stroke-width=".9"/><circle cx="14" cy="9" r="6.4" fill="#fff" stroke="#C2560B" stroke-width="1.4"/><text x="14" y="12.2" font-size="9" font-weight="700" fill="#8A3C06" text-anchor="middle">1</text>`),
	"zone-rest": icon(`<rect x=".5" y="1.5" width="29" height="15" fill="#fff" stroke="#C2560B"/><path d="M.5 11.5L5.5 16.5M.5 6.5L10.5 16.5M.5 1.5L15.5 16.5M5.5 1.5L20.5 16.5M10.5 1.5L25.5 16.5M15.5 1.5L29.5 15.5M20.5 1.5L29.5 10.5M25.5 1.5L29.5 5.5" stroke="#C2560B" stroke-width=".9"/>`),
	"site":      icon(`<path d="M15 0L24 9 15 18 6 9Z" fill="#17212B"/><text x="15" y="12.6" font-size="10" font-weight="700" fill="#fff" text-anchor="middle">1</text>`),
}

func icon(inside string) template.HTML {
	return template.HTML(`<svg viewBox="0 0 30 18" aria-hidden="true">` + inside + `</svg>`)
}

func box(fill string) template.HTML {
	return icon(`<rect x=".5" y="1.5" width="29" height="15" stroke="#A9B3BB" ` + fill + `/>`)
}

func swatch(key string) template.HTML { return swatches[key] }
