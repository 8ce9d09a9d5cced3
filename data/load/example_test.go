package load_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"quarter/data"
	"quarter/data/load"
)

// Centers of a table, with what is wrong in it.
func ExampleCity() {
	dir, _ := os.MkdirTemp("", "quarter")
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "centers.csv")
	os.WriteFile(path, []byte("编码,名称,级别,状态,经度,纬度,建筑面积\n"+
		"C1,翠湖社区党群服务中心,社区,在用,102.705,25.045,0.5亩\n"+
		"C2,华山社区党群服务中心,社区,在建,102.712,25.040,约300㎡\n"+
		"C3,新华社区党群服务中心,社区,在用,,,280\n"), 0o600)

	city, err := load.City(context.Background(), load.Sources{data.LayerCenters: {path}}, load.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range city.Centers {
		fmt.Printf("%s %s %.2f m²\n", c.Code, c.Status, c.FloorArea.V)
	}
	for _, f := range city.Faults {
		fmt.Println(f.Severity, f)
	}
	// Output:
	// C1 open 333.33 m²
	// C2 building 300.00 m²
	// notice centers.csv:3: 华山社区党群服务中心: 建筑面积: number_about
	// refused centers.csv:4: 新华社区党群服务中心: no_place
}

// A file that cannot be used at all ends the run with a fault.
func ExampleCity_fault() {
	_, err := load.City(context.Background(), load.Sources{data.LayerGrids: {"absent.geojson"}}, load.Options{})
	var fault *data.Fault
	if errors.As(err, &fault) {
		fmt.Println(fault.Key, fault.File)
	}
	// Output:
	// file_missing absent.geojson
}
