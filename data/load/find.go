package load

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"quarter/data"
)

// Find says which files of a folder City would read as which layer, by geometry and recognised columns; names decide between layers
// that the content fits equally well. Faults list files passed over and choices made by name only. Files below subfolders are not
// looked at.
func Find(dir string) (Sources, []data.Fault, error) { return find(dir, nil) }

// find is Find with files named for some layers.
func find(dir string, named Sources) (Sources, []data.Fault, error) {
	paths, others, fault := candidates(dir)
	if fault != nil {
		return nil, nil, fault
	}
	paths = slices.DeleteFunc(paths, named.holds)
	tables := make([]*table, len(paths))
	faults := make([]*data.Fault, len(paths))
	threads := (&Options{}).threads()
	parallel(len(paths), threads, func(i int) {
		tables[i], faults[i] = readTable(context.Background(), paths[i], nil, threads)
	})
	src := maps.Clone(named)
	if src == nil {
		src = Sources{}
	}
	var told []data.Fault
	for _, path := range others {
		told = append(told, ignored(path, fatal(keyFormat)))
	}
	for i, path := range paths {
		if f := faults[i]; f != nil {
			if !notOurs[f.Key] {
				return nil, nil, f
			}
			told = append(told, ignored(path, f))
			continue
		}
		layer, sure := layerOf(tables[i])
		if layer == "" {
			told = append(told, unknown(path, tables[i]))
			continue
		}
		if len(named[layer]) > 0 {
			told = append(told, data.Fault{Key: keyFileReplaced, Severity: data.Notice, File: filepath.Base(path), Args: map[string]string{"level": string(layer)}})
			continue
		}
		if !sure {
			told = append(told, data.Fault{Key: keyLayerDoubtful, Severity: data.Doubtful, Layer: layer, File: filepath.Base(path), Args: map[string]string{"level": string(layer)}})
		}
		src[layer] = append(src[layer], path)
	}
	if len(src) == 0 {
		return nil, told, &Lacking{folderFault(keyFolderEmpty, dir, told), told}
	}
	return src, told, nil
}

// holds reports whether a file is among those named.
func (s Sources) holds(path string) bool {
	info, err := os.Stat(path)
	if err != nil {
		return false
	}
	for _, files := range s {
		for _, name := range files {
			if other, err := os.Stat(name); err == nil && os.SameFile(info, other) {
				return true
			}
		}
	}
	return false
}

// unknown tells why a file is none of the layers: its shapes are fine but its columns say nothing, or it has neither.
func unknown(path string, t *table) data.Fault {
	polygons, points := t.kinds()
	if polygons+points == 0 {
		return ignored(path, fatal(keyNoColumns))
	}
	layer, kind := data.LayerCommunities, "polygon"
	if points > polygons {
		layer, kind = data.LayerCenters, "point"
	}
	f := data.Fault{Key: keyShapesUnknown, Severity: data.Notice, File: filepath.Base(path), Count: max(polygons, points)}
	setArgs(&f, []string{"kind", kind, "layerflag", "--" + string(layer), "flag", flagFor(layer, data.FieldName, "…"),
		"available", strings.Join(t.visibleColumns(), "、")})
	return f
}

// notOurs are faults of files that are simply something else: a page, a result, a settings file. A map or table that is broken is
// never passed over in silence.
var notOurs = map[string]bool{keyNotGeoJSON: true, keyNoRows: true, keyFormat: true}

func ignored(path string, why *data.Fault) data.Fault {
	f := data.Fault{Key: keyFileIgnored, Severity: data.Notice, File: filepath.Base(path)}
	advice := "name"
	if why.Key == keyFormat {
		advice = "convert"
	}
	setArgs(&f, []string{"reason", why.Key, advice, "yes"})
	return f
}

// Endings of the formats that can be read, and of those that hold maps or tables but cannot.
var (
	readEndings  = []string{".geojson", ".json", ".csv", ".tsv"}
	otherEndings = []string{".xlsx", ".xls", ".et", ".shp", ".gpkg", ".kml", ".kmz", ".zip", ".dbf"}
)

// candidates lists the files of a folder whose names end as those of a format, in order of name, and those of formats that cannot be
// read.
func candidates(dir string) (paths, others []string, _ *data.Fault) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		fault := readFault(err)
		fault.File = dir
		if fault.Key == keyFileMissing {
			fault.Key = keyFolderMissing
		}
		return nil, nil, fault
	}
	for _, e := range entries {
		name := strings.TrimSuffix(strings.ToLower(e.Name()), ".gz")
		ext := filepath.Ext(name)
		path := filepath.Join(dir, e.Name())
		switch {
		case !e.Type().IsRegular() || strings.HasPrefix(name, "."):
		case slices.Contains(readEndings, ext):
			paths = append(paths, path)
		case slices.Contains(otherEndings, ext):
			others = append(others, path)
		}
	}
	return paths, others, nil
}

// layerOf says which layer a table is. A file of candidates is told by its name, or by points with a price and neither level nor status.
// Other points are centers, unless they have people and no level, status or floor area; polygons are the layer whose own columns they
// have. sure is false where only the name of the file decided.
func layerOf(t *table) (layer data.Layer, sure bool) {
	polygons, points := t.kinds()
	byName := layerByName(t.file)
	switch {
	case byName == data.LayerCandidates && (polygons+points > 0 || t.hasCoordinates()):
		return byName, columnsOf(t, byName).has(data.FieldPrice)
	case polygons > 0 && polygons >= points:
		return layerOfPolygons(t, byName)
	case points > 0 || t.hasCoordinates():
		return layerOfPoints(t, byName)
	case !t.placed && (byName == data.LayerStreets || byName == data.LayerDistricts || byName == data.LayerCenters):
		return byName, true // the name is all there is; a list of centers without places is told as such
	}
	return "", false
}

// hasCoordinates reports whether a table has columns of places.
func (t *table) hasCoordinates() bool {
	r := columnsOf(t, data.LayerCenters)
	return !t.placed && (r.has(data.FieldLon) && r.has(data.FieldLat) || r.has(data.FieldLocation))
}

// kinds counts the rows that are polygons, and those that are points.
func (t *table) kinds() (polygons, points int) {
	for i := range t.rows {
		switch s := &t.rows[i].shape; {
		case len(s.polygons) > 0:
			polygons++
		case len(s.points) > 0:
			points++
		}
	}
	return polygons, points
}

func layerOfPoints(t *table, byName data.Layer) (data.Layer, bool) {
	centers, grids := columnsOf(t, data.LayerCenters), columnsOf(t, data.LayerGrids)
	people := grids.hasAny(countFields...)
	asCenter := centers.hasAny(data.FieldTier, data.FieldStatus, data.FieldComprehensive) || centers.has(data.FieldFloorArea) && !people
	switch {
	case byName == "" && !people && !centers.hasAny(data.FieldTier, data.FieldStatus) && columnsOf(t, data.LayerCandidates).has(data.FieldPrice):
		return data.LayerCandidates, true
	case asCenter && !people:
		return data.LayerCenters, true
	case people && !asCenter:
		return data.LayerGrids, true
	case byName == data.LayerCenters || byName == data.LayerGrids:
		return byName, people || asCenter
	case len(centers.uses) == 0 && len(t.columns) > 0:
		return "", false
	}
	return data.LayerCenters, false
}

// ownMarks are columns that only one layer has, in plain form.
var ownMarks = []struct {
	layer data.Layer
	names []string
}{
	{data.LayerGrids, words("网格编码 网格代码 网格编号 网格名称 网格 WGMC WGBM WGDM 所属社区 SSSQ 专属网格 是否专属 网格类型 CODEBASE gridcode gridid gridname grid exclusive")},
	{data.LayerCommunities, words("社区名称 社区编码 社区代码 SQMC SQDM 居委会名称 村名称 所属街道 SSJD CODE2 communitycode communityname")},
	{data.LayerStreets, words("街道名称 街道编码 街道代码 乡镇名称 JDMC JDDM 所属区县 streetname streetcode townname")},
	{data.LayerDistricts, words("区县名称 区县编码 县区名称 QXMC districtname districtcode")},
}

// layerOfPolygons tries the levels from the smallest up: each may name the levels above it, none those below.
func layerOfPolygons(t *table, byName data.Layer) (data.Layer, bool) {
	heads := readHeads(t.columns)
	for _, m := range ownMarks {
		if !tellsApart(t, m.layer) {
			continue
		}
		for _, h := range heads {
			if slices.ContainsFunc(m.names, func(n string) bool { return h.fit(n) <= fitExact }) {
				return m.layer, byName == "" || byName == m.layer || m.layer != data.LayerCommunities
			}
		}
	}
	for _, codes := range data.Layers[:4] {
		if layer := layerByCodes(t, codes); layer != "" {
			return layer, true
		}
	}
	if columnsOf(t, data.LayerCommunities).has(data.FieldStreet) {
		return data.LayerCommunities, byName == data.LayerCommunities
	}
	if columnsOf(t, data.LayerGrids).has(data.FieldCommunity) {
		return data.LayerGrids, byName == data.LayerGrids
	}
	return byName, false
}

// tellsApart reports whether the code column of a layer is one: parts of communities that name their community are not communities.
func tellsApart(t *table, layer data.Layer) bool {
	use := columnsOf(t, layer).by[data.FieldCode]
	if use == nil {
		return true
	}
	seen := map[string]bool{}
	for i := range t.rows {
		seen[t.rows[i].cell(use.column).text] = true
	}
	return 10*len(seen) >= 9*len(t.rows)
}

// layerByCodes reads the level off statistical codes: 6 digits or six zeros a district, three zeros a street, 12 a community, 15 a
// grid.
func layerByCodes(t *table, codes data.Layer) data.Layer {
	use := columnsOf(t, codes).by[data.FieldCode]
	if use == nil {
		return ""
	}
	var found data.Layer
	for i := range t.rows {
		code, _ := readCode(t.rows[i].cell(use.column))
		layer := levelOfCode(code)
		if layer == "" || found != "" && layer != found {
			return ""
		}
		found = layer
	}
	return found
}

func levelOfCode(code string) data.Layer {
	if digits([]byte(code)) != len(code) {
		return ""
	}
	switch {
	case len(code) == 6, len(code) == 12 && strings.HasSuffix(code, "000000"):
		return data.LayerDistricts
	case len(code) == 9, len(code) == 12 && strings.HasSuffix(code, "000"):
		return data.LayerStreets
	case len(code) == 12:
		return data.LayerCommunities
	case len(code) == 15:
		return data.LayerGrids
	}
	return ""
}

// columnsOf recognises columns as those of a layer, for a look only.
func columnsOf(t *table, layer data.Layer) *recognition {
	r, fault := recognise(t, layer, nil, newFaultLog(layer, t.file))
	if fault != nil {
		return &recognition{by: map[data.Field]*columnUse{}}
	}
	return r
}

func layerByName(file string) data.Layer {
	name := plain(file)
	for _, m := range []struct {
		layer data.Layer
		marks []string
	}{
		{data.LayerCandidates, []string{"candidate", "备选", "候选", "闲置"}},
		{data.LayerCenters, []string{"center", "centre", "facilit", "党群", "服务中心", "设施", "站点"}},
		{data.LayerGrids, []string{"grid", "cell", "网格"}},
		{data.LayerCommunities, []string{"communit", "社区", "居委"}},
		{data.LayerStreets, []string{"street", "town", "街道", "乡镇"}},
		{data.LayerDistricts, []string{"district", "count", "区县", "县区", "行政区"}},
	} {
		if slices.ContainsFunc(m.marks, func(w string) bool { return strings.Contains(name, w) }) {
			return m.layer
		}
	}
	return ""
}
