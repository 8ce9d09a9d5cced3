package coverage

import (
	"bufio"
	"encoding/json"
	"io"
	"strconv"

	"github.com/paulmach/orb"

	"quarter/data"
	"quarter/geo"
)

// outlineFeature is a community of communities.geojson, in the layout of WriteCommunities.
type outlineFeature struct {
	Properties struct {
		Code string `json:"code"`
		Name string `json:"name"`
	} `json:"properties"`
	Geometry *struct {
		Type        string          `json:"type"`
		Coordinates json.RawMessage `json:"coordinates"`
	} `json:"geometry"`
}

// readOutlines gives the communities of a city their outlines: feature i is community i.
func readOutlines(in io.Reader, city *data.City) error {
	var all struct {
		Features []outlineFeature `json:"features"`
	}
	if err := misread("communities.geojson", json.NewDecoder(bufio.NewReaderSize(in, 1<<16)).Decode(&all)); err != nil {
		return err
	}
	if len(all.Features) != len(city.Communities) {
		return &FormatError{badSum, "communities.geojson: features", strconv.Itoa(len(all.Features)) + " ≠ " + strconv.Itoa(len(city.Communities))}
	}
	for i := range all.Features {
		f, place := &all.Features[i], "communities.geojson: features["+strconv.Itoa(i)+"]"
		if c := &city.Communities[i]; f.Properties.Code != c.Code || f.Properties.Name != c.Name {
			return &FormatError{badValue, place + ".properties.code", f.Properties.Code}
		}
		shape, err := f.outline(place)
		if err != nil {
			return err
		}
		city.Communities[i].Shape = shape
	}
	return nil
}

// outline is the shape of a community, nil where it has none.
func (f *outlineFeature) outline(place string) (*geo.Shape, error) {
	if f.Geometry == nil {
		return nil, nil
	}
	var (
		polygon  orb.Polygon
		polygons orb.MultiPolygon
		err      error
	)
	switch f.Geometry.Type {
	case "Polygon":
		err = json.Unmarshal(f.Geometry.Coordinates, &polygon)
		polygons = orb.MultiPolygon{polygon}
	case "MultiPolygon":
		err = json.Unmarshal(f.Geometry.Coordinates, &polygons)
	default:
		return nil, &FormatError{badValue, place + ".geometry.type", f.Geometry.Type}
	}
	if err != nil {
		return nil, misread(place+".geometry.coordinates", err)
	}
	clean, _, err := geo.Clean(polygons)
	if err != nil {
		return nil, &FormatError{badValue, place + ".geometry", err.Error()}
	}
	return geo.NewShape(clean), nil
}
