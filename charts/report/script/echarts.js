// The parts of ECharts that the figures need, and no others.
import { init, registerTheme, setPlatformAPI, use } from 'echarts/core';
import { BarChart, CustomChart, ScatterChart } from 'echarts/charts';
import { GraphicComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, CustomChart, ScatterChart, GraphicComponent, GridComponent, TooltipComponent, LabelLayout, SVGRenderer]);

export { init, registerTheme, setPlatformAPI };
