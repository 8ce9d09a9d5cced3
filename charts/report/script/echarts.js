// The parts of ECharts that the figures need, and no others.
import { init, registerMap, use } from 'echarts/core';
import { BarChart, CustomChart, ScatterChart } from 'echarts/charts';
import { GeoComponent, GraphicComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, CustomChart, ScatterChart, GeoComponent, GraphicComponent, GridComponent, TooltipComponent, LabelLayout, SVGRenderer]);

export { init, registerMap };
