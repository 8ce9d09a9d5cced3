package report

import (
	"encoding/xml"
	"errors"
	"fmt"
	"html/template"
	"io"
	"regexp"
	"slices"
	"strings"
)

// The elements and attributes that a still is made of. Nothing else passes: no script, no style, no address, no name.
var (
	svgElements   = []string{"circle", "ellipse", "g", "line", "path", "polygon", "polyline", "rect", "svg", "text"}
	svgAttributes = []string{
		"cx", "cy", "d", "dominant-baseline", "fill", "fill-opacity", "height", "paint-order", "points", "r", "rx", "ry", "stroke", "stroke-dasharray", "stroke-linecap",
		"stroke-linejoin", "stroke-opacity", "stroke-width", "text-anchor", "transform", "viewBox", "width", "x", "x1", "x2", "y", "y1", "y2",
	}
	svgLeftOut = []string{"defs", "style"} // clips and rules for a pointer
)

// plainSVG rewrites the SVG that ECharts drew, element by element, so that it can stand in the page: escaped text, shapes, colours, and
// nothing besides. It fails on an element that it does not know.
func plainSVG(raw string) (template.HTML, error) {
	in := xml.NewDecoder(strings.NewReader(raw))
	var out strings.Builder
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			return template.HTML(out.String()), nil
		}
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if slices.Contains(svgLeftOut, t.Name.Local) || unseen(t) {
				err = in.Skip()
			} else {
				err = openTag(&out, t)
			}
		case xml.EndElement:
			out.WriteString("</" + t.Name.Local + ">")
		case xml.CharData:
			if len(strings.TrimSpace(string(t))) > 0 { // between elements stand ends of lines
				err = xml.EscapeText(&out, t)
			}
		}
		if err != nil {
			return "", err
		}
	}
}

// unseen reports whether a shape is only there to be pointed at: it has neither fill nor stroke.
func unseen(t xml.StartElement) bool {
	has := func(key string, isNot string) bool {
		return slices.ContainsFunc(t.Attr, func(a xml.Attr) bool { return a.Name.Local == key && a.Value != isNot })
	}
	return t.Name.Local != "g" && t.Name.Local != "svg" && has("fill", "") && !has("fill", "none") && !has("stroke", "none")
}

func openTag(out *strings.Builder, t xml.StartElement) error {
	name := t.Name.Local
	if !slices.Contains(svgElements, name) {
		return fmt.Errorf("an element <%s>", name)
	}
	out.WriteString("<" + name)
	for _, a := range t.Attr {
		switch key := a.Name.Local; {
		case key == "style":
			font := fontOf.FindStringSubmatch(a.Value)
			if font == nil {
				return fmt.Errorf("a style %q", a.Value)
			}
			attribute(out, "font-size", font[1])
			if strings.Contains(a.Value, "bold") {
				attribute(out, "font-weight", "bold")
			}
		case name == "svg" && (key == "width" || key == "height"): // the page's style sets its size
		case slices.Contains(svgAttributes, key) && !strings.Contains(a.Value, "url("):
			attribute(out, key, longNumber.ReplaceAllString(a.Value, "$1"))
		}
	}
	out.WriteString(">")
	return nil
}

func attribute(out *strings.Builder, key, value string) {
	out.WriteString(" " + key + `="` + template.HTMLEscapeString(value) + `"`)
}

var (
	fontOf     = regexp.MustCompile(`([0-9.]+)px`)
	longNumber = regexp.MustCompile(`(\.[0-9]{2})[0-9]+`) // a hundredth of a pixel is enough
)
