package load

import "strings"

// crs accepts a legacy member that names WGS 84 or CGCS2000 in longitude and latitude, and refuses any other by name.
func (d *geojsonReader) crs() {
	if c := d.peek(); c == 'n' {
		d.skip()
		return
	}
	name := d.crsName(0)
	if !geographic(name) {
		panic(fatal(keyCRS, "value", shorten(name)))
	}
}

// crsName finds the name, href or code in a crs member, wherever it stands.
func (d *geojsonReader) crsName(depth int) string {
	switch c := d.peek(); {
	case c == '"':
		return string(d.text())
	case isNumberStart(c):
		return "EPSG:" + string(d.numberText())
	case c != '{' || depth > 3:
		d.skip()
		return ""
	}
	found := ""
	d.open('{')
	for name, ok := d.member(true); ok; name, ok = d.member(false) {
		switch string(name) {
		case "name", "properties", "code", "href":
			found = d.crsName(depth + 1)
		default:
			d.skip()
		}
	}
	return found
}

// geographic reports whether a coordinate system is WGS 84 or CGCS2000 in degrees (below 1 m apart; DOMAIN section 5).
func geographic(name string) bool {
	plain := strings.ToLower(strings.NewReplacer(" ", "", "_", "", "-", "", "/", ":").Replace(name))
	switch plain {
	case "wgs84", "crs84", "ogc:crs84", "gcswgs1984", "cgcs2000", "gcscgcs2000", "chinageodeticcoordinatesystem2000", "gcschinageodeticcoordinatesystem2000":
		return true
	}
	return strings.HasSuffix(plain, ":crs84") || strings.HasSuffix(plain, ":4326") || strings.HasSuffix(plain, ":4490") || strings.HasSuffix(plain, ":crs84h") || strings.HasSuffix(plain, ":4979")
}
